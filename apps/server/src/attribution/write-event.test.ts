import {
  CreditsFold,
  encodeLeaf,
  opensCommitment,
  textDigestOf,
  type IdeaCredits,
} from '@butinerie/attribution';
import { describe, expect, test } from 'vitest';
import { directorate, idea, known, person, proposed, rebound } from '../../test/support/small-instance.ts';
import type { CreditAct } from './acts.ts';
import { writeEvent, type Writing } from './write-event.ts';

let salts = 0;
const fold = new CreditsFold();
const writing: Writing = {
  n: 0,
  t: '2026-10-12T07:00:00.000Z',
  salt: () => new Uint8Array(32).fill((salts += 1)),
  identityOf: () => ({ name: 'Ana Exemple', directorate: 'Solidarités' }),
  isKnown: () => true,
  creditsOf: (id) => fold.idea(id) as IdeaCredits,
  derived: false,
};
const write = (act: CreditAct, change: Partial<Writing> = {}) => writeEvent(act, { ...writing, ...change });

fold.apply(write(proposed('1', 'a')).event);
const sealing: CreditAct = {
  act: 'contribution.sealed',
  idea: idea('1'),
  title: 'Titre',
  text: 'Texte',
  logRoot: 'ab'.repeat(32),
  logRows: 1,
  words: new Map([[person('a'), 5]]),
};

describe('an event', () => {
  test('of every act is one the ledger takes, and what was kept opens its commitments', () => {
    fold.apply(write(sealing, { n: 1 }).event);
    const on = { idea: idea('1'), by: person('a'), person: person('b') };
    const acts: CreditAct[] = [
      known('a'),
      proposed('2', 'a'),
      sealing,
      { act: 'rebound.made', ...on, rebound: rebound('1'), text: 'Et le mardi ?' },
      { act: 'rebound.taken', ...on, rebound: rebound('1') },
      { act: 'rebound.linked', ...on, on: [idea('2')] },
      { act: 'coauthor.invited', ...on },
      { act: 'coauthor.consented', ...on },
      { act: 'coauthor.declined', ...on },
      {
        act: 'idea.selected',
        ...on,
        second: person('b'),
        challenge: 'ch_00000000000000000000000001' as never,
      },
      { act: 'idea.adopted', ...on, directorate: directorate('1') },
      { act: 'carrier.offered', ...on },
      { act: 'carrier.accepted', ...on },
      { act: 'carrier.declined', ...on },
      { act: 'carrier.named', ...on },
    ];
    for (const act of acts) {
      const { event, openings } = write(act);
      expect(() => encodeLeaf(event)).not.toThrow();
      expect(event.k).toBe(act.act);
      for (const [field, opening] of Object.entries(openings))
        expect(opensCommitment(String(Reflect.get(event, field)), opening)).toBe(true);
      if (event.by.startsWith('p_')) expect(openings.who?.value).toMatchObject({ name: 'Ana Exemple' });
    }
  });

  test('[PS2] under a pseudonym, somebody of no directorate leaves the leaf that anybody leaves', () => {
    for (const dr of [null, directorate('1')]) {
      const { event, openings } = write({
        ...proposed('2', 'a'),
        directorate: dr,
        sealed: true,
      } as CreditAct);
      expect(event).toMatchObject({ dir: expect.stringMatching(/^sha256-/) });
      expect(openings.dir?.value).toEqual({ directorate: dr });
    }
    expect(write({ ...proposed('2', 'a'), directorate: null } as CreditAct).event).toMatchObject({
      dir: null,
    });
  });

  test('[AT2] what somebody had asked for goes on once she is effaced, without a commitment to her name', () => {
    const { event, openings } = write(proposed('2', 'a'), { identityOf: () => null });
    expect(event).toMatchObject({ k: 'idea.proposed', by: person('a') });
    expect([Object.keys(event).includes('who'), openings.who]).toEqual([false, undefined]);
    expect(() => encodeLeaf(event)).not.toThrow();
  });

  test('never uses a salt twice', () => {
    const { openings } = write(sealing);
    const used = Object.values(openings).map(({ salt }) => salt);
    expect(new Set(used).size).toBe(2);
  });

  test('says when the server wrote it for somebody who did something else', () => {
    const offered: CreditAct = {
      act: 'carrier.offered',
      idea: idea('1'),
      by: person('c'),
      person: person('a'),
    };
    expect(write(offered, { derived: true }).event.sys).toBe('sys:adoption');
    expect(write(offered).event).not.toHaveProperty('sys');
    const imported = { ...proposed('2', 'a'), via: 'import' } as CreditAct;
    expect(write(imported).event.sys).toBe('sys:import');
  });

  test('a seal states the credits of the ledger and the root of the log, however that is spelled', () => {
    const digest = `sha256-${Buffer.from('ab'.repeat(32), 'hex').toString('base64')}`;
    for (const logRoot of ['ab'.repeat(32), digest])
      expect(write({ ...sealing, logRoot }).event).toMatchObject({
        log: digest,
        credits: { originators: [person('a')], coauthors: [], rebounders: [] },
      });
  });

  test('commits to a text as the database keeps it, half a character included', () => {
    const broken = { ...proposed('2', 'a'), text: 'a\ud800b' } as CreditAct;
    const { openings, text } = write(broken);
    expect(text).toBe('a\ufffdb');
    expect(openings.txt?.value).toEqual(textDigestOf('Un café des idées', 'a\ufffdb'));
  });

  test('adopting what was not sealed is a bug', () => {
    const sealed = writing.creditsOf(idea('1'));
    if (sealed === undefined) throw new Error('the idea has its credits here');
    const { seal: _seal, ...unsealed } = sealed;
    const adopted: CreditAct = {
      act: 'idea.adopted',
      idea: idea('1'),
      by: person('c'),
      directorate: directorate('1'),
    };
    expect(() => write(adopted, { creditsOf: () => unsealed })).toThrow('without a seal');
  });
});
