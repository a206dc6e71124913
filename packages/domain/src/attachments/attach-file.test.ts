import { ATTACHMENTS_LIMIT, IDEA_STATES, type PersonId } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { STANDINGS, type Standing } from '../challenges/acts.ts';
import { asked, author, coauthor, codeOf, colleague, moderates, moderator1, now } from '../testing/cast.ts';
import { draftIdea, published } from '../testing/ideas.ts';
import {
  checkAttaching,
  checkDescribing,
  checkRemoving,
  checkRoom,
  fileLabel,
  mayReadFile,
  type AttachedFacts,
} from './attach-file.ts';

const shown: AttachedFacts = { addedBy: coauthor, removedAt: null, hiddenAt: null };
const removed = { ...shown, removedAt: now };
const hidden = { ...shown, hiddenAt: now };
const attaching = (idea: typeof published, phase: Standing, person: PersonId): string =>
  codeOf(checkAttaching(idea, asked(phase, person)));

describe('adding', () => {
  test('[AF1] to a published idea by its authors, while texts are open', () => {
    const open = STANDINGS.filter((phase) => attaching(published, phase, coauthor) === 'ok');
    expect(open).toEqual(['ideation', 'rebound']);
    expect(attaching(published, 'ideation', author)).toBe('ok');
    expect(attaching(published, 'ideation', colleague)).toBe('not-allowed');
    expect(codeOf(checkAttaching(published, asked('ideation', moderator1, moderates)))).toBe('not-allowed');
    expect(attaching(published, 'closing', author)).toBe('challenge-phase');
  });

  test('[AF1] to a draft by its originator alone, as long as drafts are kept', () => {
    const draft = { ...published, state: 'draft' as const };
    const open = STANDINGS.filter((phase) => attaching(draft, phase, author) === 'ok');
    expect(open).toEqual(['scheduled', 'ideation', 'rebound', 'closing', 'deliberation', 'paused']);
    expect(attaching(draft, 'ideation', coauthor)).toBe('not-allowed');
    expect(codeOf(checkAttaching(draftIdea, asked('ideation', author)))).toBe('ok');
  });

  test('[AF1] to nothing that is sealed, merged, withdrawn or hidden', () => {
    const writable = IDEA_STATES.filter(
      (state) => attaching({ ...published, state }, 'ideation', author) === 'ok',
    );
    expect(writable).toEqual(['draft', 'published']);
  });

  test('[AF2] eight at most; one taken back makes room, one hidden does not', () => {
    const many = (count: number, of: AttachedFacts) => Array.from({ length: count }, () => of);
    expect(codeOf(checkRoom(many(ATTACHMENTS_LIMIT - 1, shown)))).toBe('ok');
    expect(codeOf(checkRoom(many(ATTACHMENTS_LIMIT, shown)))).toBe('too-many-files');
    expect(codeOf(checkRoom([...many(ATTACHMENTS_LIMIT - 1, shown), removed]))).toBe('ok');
    expect(codeOf(checkRoom([...many(ATTACHMENTS_LIMIT - 1, shown), hidden]))).toBe('too-many-files');
  });
});

describe('changing and reading', () => {
  const removing = (person: PersonId, file = shown, phase: Standing = 'ideation') =>
    codeOf(checkRemoving(published, file, asked(phase, person), 'removeAttachment'));

  test('[AF6] taken back by its adder or an author, while the idea is written; hidden, by neither', () => {
    expect([author, coauthor, colleague].map((person) => removing(person))).toEqual([
      'ok',
      'ok',
      'not-allowed',
    ]);
    expect(removing(colleague, { ...shown, addedBy: colleague })).toBe('ok');
    expect(removing(author, shown, 'deliberation')).toBe('challenge-phase');
    expect(removing(author, hidden)).toBe('not-allowed');
  });

  test('[AF6] what is taken back is seen by who may put it back; what is hidden, by them and moderators', () => {
    const read = (file: AttachedFacts) =>
      [author, coauthor, colleague].map((person) => mayReadFile(published, file, person, false));
    expect(read(shown)).toEqual([true, true, true]);
    expect(read(removed)).toEqual([true, true, false]);
    expect(read(hidden)).toEqual([true, true, false]);
    expect(mayReadFile(published, removed, moderator1, true)).toBe(false);
    expect(mayReadFile(published, hidden, moderator1, true)).toBe(true);
  });

  test('[AF7] described by who may take it back, and by a moderator at any time', () => {
    const describing = (person: PersonId, phase: Standing, ...grants: (typeof moderates)[]) =>
      codeOf(checkDescribing(published, shown, asked(phase, person, ...grants)));
    expect(describing(author, 'rebound')).toBe('ok');
    expect(describing(author, 'deliberation')).toBe('challenge-phase');
    expect(describing(colleague, 'rebound')).toBe('not-allowed');
    expect(describing(moderator1, 'deliberation', moderates)).toBe('ok');
    const draft = { ...published, state: 'draft' as const };
    expect(codeOf(checkDescribing(draft, shown, asked('ideation', moderator1, moderates)))).toBe(
      'not-allowed',
    );
  });
});

test.each([
  ['plan du dépôt.PNG', 'plan du dépôt.png'],
  ['photo.jpeg', 'photo.jpg'],
  ['../../etc/passwd', 'passwd.png'],
  ['C:\\Users\\x\\plan.png', 'plan.png'],
  ['a\u202egnp.exe', 'a gnp.exe.png'],
  ['x.png\0.html', 'x.png .html.png'],
  ['con<script>|"?.png', 'con script.png'],
  ['..', 'fichier.png'],
  ['', 'fichier.png'],
  ['.htaccess', 'htaccess.png'],
  [`${'é'.repeat(300)}.png`, `${'é'.repeat(100)}.png`],
])('[AF8] %j is called %j', (name, label) => {
  const type = label.endsWith('.jpg') ? 'jpeg' : 'png';
  expect(fileLabel(name, type)).toBe(label);
});
