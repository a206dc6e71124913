import { merkleRoot } from '@butinerie/attribution';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createSmallInstance,
  directorate,
  idea,
  known,
  person,
  proposed,
  readNote,
  rebound,
  type SmallInstance,
} from '../../test/support/small-instance.ts';
import type { CreditAct } from './acts.ts';
import { bytesOf } from '../platform/stored-bytes.ts';

let small: SmallInstance;
beforeEach(async () => {
  small = await createSmallInstance();
});
afterEach(() => small.stop());

const collection = (name: string) => small.database.connection.collection(name);
const rows = () => collection('ledger').find().sort({ _id: 1 }).toArray();
async function creditsOf(letter: string) {
  return (await small.attribution.credits([idea(letter)])).get(idea(letter));
}
const seal = (letter: string): CreditAct => ({
  act: 'contribution.sealed',
  idea: idea(letter),
  title: 'Un café des idées',
  text: 'Chaque jeudi, la porte est ouverte.',
  logRoot: 'ab'.repeat(32),
  logRows: 3,
  words: new Map([[person('a'), 30]]),
});

describe('appending', () => {
  test('[T33] fifty at once leave no hole, no double, no act without its leaf, and one tree', async () => {
    await small.record(known('a'));
    const letters = Array.from({ length: 50 }, (_, index) => String(index + 1));
    await Promise.all(
      letters.map((letter) =>
        small.database.transaction(async (tx) => {
          await collection('acts').insertOne({ _id: letter as never }, { session: tx });
          await small.attribution.record(tx, [proposed(letter, 'a')]);
        }),
      ),
    );
    const stored = await rows();
    expect(stored.map(({ _id }) => Number(_id))).toEqual(Array.from({ length: 51 }, (_, n) => n));
    expect(await collection('acts').countDocuments()).toBe(50);
    const head = await small.restarted().head();
    if (!head.ok) throw new Error(head.failure.reason);
    const { size, root } = readNote(head.value.note, small.keyFile);
    expect(size).toBe(51);
    expect(root).toEqual(merkleRoot(stored.map((row) => bytesOf(row['bytes']))));
    expect((await small.verify()).findings).not.toContainEqual(expect.objectContaining({ problem: 'gap' }));
  });

  test('[T34] an act that breaks after its leaf leaves neither', async () => {
    await small.record(known('a'));
    const broken = small.database.transaction(async (tx) => {
      await small.attribution.record(tx, [proposed('1', 'a')]);
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await rows()).toHaveLength(1);
    expect(await collection('openings').countDocuments()).toBe(0);
    expect(await small.record(proposed('1', 'a'))).toBe(1);
    expect((await creditsOf('1'))?.originators).toEqual([person('a')]);
  });

  test('two calls in one transaction see each other and number on', async () => {
    await small.record(known('a'), known('b'), proposed('1', 'a'));
    const numbers = await small.database.transaction(async (tx) => [
      await small.attribution.record(tx, [
        { act: 'coauthor.invited', idea: idea('1'), by: person('a'), person: person('b') },
      ]),
      await small.attribution.record(tx, [
        { act: 'coauthor.consented', idea: idea('1'), person: person('b') },
      ]),
    ]);
    expect(numbers).toEqual([3, 4]);
    expect((await creditsOf('1'))?.coauthors).toEqual([person('b')]);
  });

  test('[T35] time never goes back, even when the clock does', async () => {
    await small.record(known('a'));
    small.clock.advance(-86_400_000);
    await small.record(known('b'));
    const [first, second] = (await rows()).map((row) => row['event'].t);
    expect(second).toBe(first);
  });

  test('the models of the ledger refuse to change a row', async () => {
    await small.record(known('a'));
    const model = small.database.connection.model('LedgerRow');
    await expect(model.updateOne({ _id: 0 }, { $set: { names: [] } })).rejects.toThrow('only added');
    await expect(model.deleteMany({})).rejects.toThrow('only added');
    await expect(model.findOneAndDelete({ _id: 0 })).rejects.toThrow('only added');
    expect(await rows()).toHaveLength(1);
  });

  test('what is added to an idea whose author is not known is credited, sealed and chosen like any other', async () => {
    await small.record(known('a'), known('b'), known('c'), known('d'), proposed('2', 'a'));
    const made = {
      act: 'rebound.made',
      idea: idea('1'),
      rebound: rebound('1'),
      by: person('b'),
      text: 'Oui',
    };
    await small.record(made as CreditAct);
    const [by, second] = [person('c'), person('d')];
    const challenge = 'ch_00000000000000000000000001' as never;
    await small.record(seal('1'), { act: 'idea.selected', idea: idea('1'), by, second, challenge });
    await small.record({ act: 'rebound.linked', idea: idea('2'), on: [idea('1')], by: person('a') });
    expect(await creditsOf('1')).toEqual({
      originators: [],
      coauthors: [],
      rebounders: [person('b')],
      carrier: null,
      parents: [],
    });
    expect((await creditsOf('2'))?.parents).toEqual([idea('1')]);
    const leaves = (await rows()).map((row) => row['event']).filter(({ i }) => i === idea('1'));
    expect(leaves.map(({ k }) => k)).toEqual(['rebound.made', 'contribution.sealed', 'idea.selected']);
    expect(leaves[1].credits.rebounders).toEqual([person('b')]);
    const adopting = small.record({
      act: 'idea.adopted',
      idea: idea('1'),
      by: person('c'),
      directorate: directorate('1'),
    });
    await expect(adopting).rejects.toThrow('was not proposed');
  });

  test('one on which nothing was done is sealed without a name, and is no parent before', async () => {
    await small.record(known('a'), proposed('2', 'a'));
    await small.record({ act: 'rebound.linked', idea: idea('2'), on: [idea('1')], by: person('a') });
    expect(await rows()).toHaveLength(2);
    await small.record({ ...seal('1'), words: new Map() } as CreditAct);
    expect((await rows()).at(-1)?.['event'].credits).toEqual({
      originators: [],
      coauthors: [],
      rebounders: [],
    });
  });
});

describe('credit', () => {
  const invited: CreditAct = {
    act: 'coauthor.invited',
    idea: idea('1'),
    by: person('a'),
    person: person('b'),
  };
  const consented: CreditAct = { act: 'coauthor.consented', idea: idea('1'), person: person('b') };
  const steps: [string, CreditAct[]][] = [
    ['sealed', [seal('1')]],
    [
      'selected',
      [
        {
          act: 'idea.selected',
          idea: idea('1'),
          by: person('c'),
          second: person('d'),
          challenge: 'ch_00000000000000000000000001' as never,
        },
      ],
    ],
    [
      'adopted',
      [
        { act: 'idea.adopted', idea: idea('1'), by: person('c'), directorate: directorate('1') },
        { act: 'carrier.offered', idea: idea('1'), by: person('c'), person: person('a') },
      ],
    ],
    [
      'carried',
      [
        { act: 'carrier.accepted', idea: idea('1'), person: person('a') },
        { act: 'carrier.named', idea: idea('1'), person: person('a') },
      ],
    ],
  ];

  test('[T5] authors are the same after seal, selection, adoption and carrying', async () => {
    await small.record(known('a'), known('b'), known('c'), known('d'), proposed('1', 'a'));
    await small.record(invited, consented);
    for (const [step, acts] of steps) {
      await small.record(...acts);
      const credits = await creditsOf('1');
      expect([step, credits?.originators, credits?.coauthors]).toEqual([step, [person('a')], [person('b')]]);
    }
    expect((await creditsOf('1'))?.carrier).toBe(person('a'));
  });

  test('[T1] nobody proposes an idea again in her own name: the whole transaction is lost', async () => {
    await small.record(known('a'), known('c'), proposed('1', 'a'));
    const theft = small.database.transaction(async (tx) => {
      await collection('acts').insertOne({ _id: 'theft' as never }, { session: tx });
      await small.attribution.record(tx, [proposed('1', 'c')]);
    });
    await expect(theft).rejects.toMatchObject({ name: 'NotAdmitted', code: 'already-proposed' });
    expect(await collection('acts').countDocuments()).toBe(0);
    expect((await creditsOf('1'))?.originators).toEqual([person('a')]);
  });

  test('[T8] nobody else carries an idea while its originator has not declined', async () => {
    await small.record(known('a'), known('c'), proposed('1', 'a'), seal('1'));
    const named = small.record({ act: 'carrier.named', idea: idea('1'), person: person('c') });
    await expect(named).rejects.toMatchObject({ code: 'originator-first' });
  });

  test('moderators need a second person to select', async () => {
    await small.record(known('a'), known('c'), proposed('1', 'a'), seal('1'));
    const challenge = 'ch_00000000000000000000000001' as never;
    const alone: CreditAct = { act: 'idea.selected', idea: idea('1'), by: person('c'), challenge };
    await expect(small.record(alone)).rejects.toMatchObject({ code: 'second-person-missing' });
    await small.record({ ...alone, mode: 'jury' });
  });

  test('a rebound names its author, and so does its being taken', async () => {
    await small.record(known('a'), known('b'), proposed('1', 'a'));
    await small.record({
      act: 'rebound.made',
      idea: idea('1'),
      rebound: rebound('1'),
      by: person('b'),
      text: 'Et le mardi ?',
    });
    await small.record({
      act: 'rebound.taken',
      idea: idea('1'),
      rebound: rebound('1'),
      by: person('a'),
      person: person('b'),
    });
    expect((await creditsOf('1'))?.rebounders).toEqual([person('b')]);
    expect((await rows()).at(-1)?.['names']).toEqual([person('a'), person('b')]);
  });

  test('somebody the ledger was never told of cannot act in it', async () => {
    await expect(small.record(proposed('1', 'a'))).rejects.toThrow('does not know');
  });

  test('no leaf holds a name or a text', async () => {
    await small.record(known('a'), proposed('1', 'a'), seal('1'));
    const leaves = (await rows())
      .map((row) => Buffer.from(bytesOf(row['bytes'])).toString('utf8'))
      .join('\n');
    for (const secret of ['Personne', 'routes', 'café', 'jeudi']) expect(leaves).not.toContain(secret);
  });
});
