import { mintId, NOTICE_KINDS, type Notice } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { markedRead } from './inbox-page.tsx';
import { noticePath } from './notice-path.ts';
import { words } from './words.ts';

const notice = (over: Partial<Notice> = {}): Notice => ({
  id: mintId('notice'),
  kind: 'idea-rebounded',
  at: '2026-10-13T08:00:00.000Z',
  readAt: null,
  challenge: mintId('challenge'),
  idea: mintId('idea'),
  note: null,
  about: 'Un café des idées',
  actor: null,
  reason: '',
  until: null,
  ...over,
});

const SAID = { reason: 'Une panne.', until: 'vendredi 30 octobre 2026' };

describe('the words of the inbox', () => {
  test('every kind of notice is worded in both languages, differently, and quotes what it is about', () => {
    for (const say of [words.fr, words.en]) {
      const lines = NOTICE_KINDS.map((kind) => say.lines[kind]('Un café des idées', 'Ana Exemple', SAID));
      expect(new Set(lines).size).toBe(NOTICE_KINDS.length);
      for (const line of lines) expect(line).toContain('Un café des idées');
    }
  });

  test('[S11] who sees her rebound taken reads that her name is among the contributions', () => {
    expect(words.fr.lines['rebound-taken']('X', '', SAID)).toContain(
      'Votre nom figure maintenant parmi les contributions.',
    );
  });

  test('[S32] the offer to carry says that silence refuses nothing', () => {
    expect(words.fr.lines['carrier-offered']('X', '', SAID)).toContain('Ne pas répondre n’est pas refuser.');
  });
});

describe('where a notice leads', () => {
  test('to the page where one acts on it', () => {
    const idea = mintId('idea');
    expect(noticePath(notice({ kind: 'adoption-asked', idea }))).toBe(`/idees/${idea}/adopter`);
    expect(noticePath(notice({ kind: 'carrier-offered', idea }))).toBe(`/idees/${idea}/porter`);
    expect(noticePath(notice({ idea }))).toBe(`/idees/${idea}`);
  });
  test('to its challenge when it is about no idea, home when about neither', () => {
    const challenge = mintId('challenge');
    expect(noticePath(notice({ kind: 'results-to-confirm', idea: null, challenge }))).toBe(
      `/defis/${challenge}`,
    );
    expect(noticePath(notice({ idea: null, challenge: null }))).toBe('/');
  });
});

describe('marks', () => {
  test('only what was unread counts, and never below nothing', () => {
    const [first, second, old] = [notice(), notice(), notice({ readAt: '2026-10-13T09:00:00.000Z' })];
    const inbox = { notices: [first, second, old], unread: 2 };
    const after = markedRead(inbox, [first.id, old.id], '2026-10-14T08:00:00.000Z');
    expect(after.unread).toBe(1);
    expect(after.notices.map(({ readAt }) => readAt)).toEqual(['2026-10-14T08:00:00.000Z', null, old.readAt]);
    expect(markedRead({ ...inbox, unread: 0 }, [first.id], '').unread).toBe(0);
  });
});
