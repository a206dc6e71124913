import { mintId, type NoteId } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import type { Standing } from '../challenges/acts.ts';
import {
  asked,
  author,
  challenge,
  codeOf,
  colleague,
  grantOf,
  moderates,
  moderator1,
  now,
  speaker,
} from '../testing/cast.ts';
import { actsOnNote, answerWish, bringNote, type WishFacts } from './bring-note.ts';
import { mayModerateNote, mayReadNote, maySeeNote, noteState, type NoteFacts } from './note-facts.ts';
import { commentOnNote, moderateNote, takeUpPractice } from './talk-about-note.ts';
import { publishNote, rewriteNote, saveNoteDraft, setNoteWithdrawn } from './write-note.ts';

const id: NoteId = mintId('note');
const draft: NoteFacts = {
  id,
  kind: 'practice',
  author,
  version: 1,
  publishedAt: null,
  withdrawnAt: null,
  hiddenAt: null,
};
const published = { ...draft, publishedAt: now };
const withdrawn = { ...published, withdrawnAt: now };
const hidden = { ...published, hiddenAt: now };
const words = { title: 'Le café du jeudi', text: 'Un quart d’heure, debout.' };
const by = (person: typeof author, ...grants: Parameters<typeof speaker>[1][]) => ({
  by: speaker(person, ...grants),
  now,
});
const moderator = speaker(moderator1, moderates);
const reader = speaker(colleague);

describe('writing a note', () => {
  test('[NT1] a draft is kept at any length and is its author’s alone; its identifier in other hands is refused', () => {
    expect(saveNoteDraft(null, id, by(author))).toMatchObject({ value: { created: true } });
    expect(saveNoteDraft(draft, id, by(author))).toMatchObject({ value: { created: false } });
    expect(codeOf(saveNoteDraft(draft, id, by(colleague)))).toBe('id-taken');
    expect(codeOf(saveNoteDraft(published, id, by(author)))).toBe('note-state');
    expect([author, colleague].map((person) => maySeeNote(draft, person))).toEqual([true, false]);
  });

  test('[NT2] publishing asks for a title and a text within the limits of an idea, and cuts nothing', () => {
    expect(codeOf(publishNote(draft, words, by(author)))).toBe('ok');
    expect(codeOf(publishNote(draft, { ...words, title: ' ' }, by(author)))).toBe('title-missing');
    expect(codeOf(publishNote(draft, { ...words, text: '' }, by(author)))).toBe('text-missing');
    expect(publishNote(draft, { ...words, text: 'é'.repeat(1_501) }, by(author))).toMatchObject({
      failure: { code: 'text-too-long', length: 1_501 },
    });
    expect(codeOf(publishNote(draft, words, by(colleague)))).toBe('not-allowed');
    expect(codeOf(publishNote(published, words, by(author)))).toBe('note-state');
  });

  test('[NT3] a published note is rewritten by its author, on the version she read', () => {
    const other = { ...words, version: 1 };
    expect(codeOf(rewriteNote(published, other, by(author)))).toBe('ok');
    expect(rewriteNote(published, { ...other, version: 0 }, by(author))).toMatchObject({
      failure: { code: 'stale-version', current: 1 },
    });
    expect(codeOf(rewriteNote(published, other, by(colleague)))).toBe('not-allowed');
    expect(codeOf(rewriteNote(draft, other, by(author)))).toBe('note-state');
  });

  test('[NT4] its author takes it back and puts it back; meanwhile she alone reads its words, and not what is hidden is shown by her', () => {
    expect(setNoteWithdrawn(published, 'withdrawNote', by(author))).toMatchObject({
      value: { withdrawnAt: now },
    });
    expect(setNoteWithdrawn(withdrawn, 'restoreNote', by(author))).toMatchObject({
      value: { withdrawnAt: null },
    });
    expect(codeOf(setNoteWithdrawn(hidden, 'restoreNote', by(author)))).toBe('note-state');
    expect(codeOf(setNoteWithdrawn(published, 'withdrawNote', by(moderator1)))).toBe('not-allowed');
    const read = [published, withdrawn, hidden].map((note) =>
      [speaker(author), reader, moderator].map((who) => mayReadNote(note, who)),
    );
    expect(read).toEqual([
      [true, true, true],
      [true, false, false],
      [true, false, true],
    ]);
    expect([draft, published, withdrawn, hidden].map(noteState)).toEqual([
      'draft',
      'published',
      'withdrawn',
      'hidden',
    ]);
  });
});

describe('around a note', () => {
  const saying = { id: mintId('comment'), kind: 'question' as const, text: 'Et le vendredi ?', mentions: [] };
  const around = { answered: null, known: new Set<typeof author>() };
  test('[NT5] any agent comments on a published note; its author is told once, and a question is a comment', () => {
    const said = commentOnNote(published, saying, around, by(colleague));
    expect(said).toMatchObject({ value: { kind: 'comment' } });
    expect(said.ok && [...said.value.tell]).toEqual([[author, 'note-commented']]);
    const thanks = commentOnNote(published, { ...saying, kind: 'thanks' }, around, by(colleague));
    expect(thanks.ok && [...thanks.value.tell]).toEqual([[author, 'note-thanked']]);
    expect(codeOf(commentOnNote(withdrawn, saying, around, by(colleague)))).toBe('note-state');
  });

  test('[NT6] a practice is taken up by anybody but its author; a note for later is not', () => {
    expect(codeOf(takeUpPractice(published, by(colleague)))).toBe('ok');
    expect(codeOf(takeUpPractice(published, by(author)))).toBe('not-allowed');
    expect(codeOf(takeUpPractice({ ...published, kind: 'pollen' }, by(colleague)))).toBe('not-allowed');
    expect(codeOf(takeUpPractice(hidden, by(colleague)))).toBe('note-state');
  });

  test('[NT7] a moderator hides with a reason and shows again, never her own note', () => {
    const hides = { act: 'hide', reason: 'Des données personnelles.', comment: false } as const;
    const asModerator = { by: moderator, now };
    expect(codeOf(moderateNote(published, hides, asModerator))).toBe('ok');
    expect(codeOf(moderateNote(published, { ...hides, reason: ' ' }, asModerator))).toBe('text-missing');
    expect(codeOf(moderateNote(hidden, hides, asModerator))).toBe('note-state');
    expect(codeOf(moderateNote(hidden, { ...hides, act: 'show' }, asModerator))).toBe('ok');
    expect(codeOf(moderateNote(published, { ...hides, act: 'show' }, asModerator))).toBe('note-state');
    expect(codeOf(moderateNote(published, hides, by(colleague)))).toBe('not-allowed');
    expect(mayModerateNote(published, { ...speaker(author, moderates) })).toBe(false);
  });
});

describe('into a challenge', () => {
  const asks = (phase: Standing) => asked(phase, moderator1, moderates);
  const wish = (state: WishFacts['state']): WishFacts => ({ challenge, state });

  test('[NT8] a moderator of the challenge asks, and nothing comes in before its author agrees', () => {
    for (const phase of ['draft', 'scheduled', 'ideation'] as const)
      expect(bringNote(published, undefined, asks(phase))).toEqual({ ok: true, value: 'asked' });
    expect(codeOf(bringNote(published, undefined, asks('rebound')))).toBe('challenge-phase');
    expect(codeOf(bringNote(published, undefined, asked('ideation', colleague)))).toBe('not-allowed');
    const elsewhere = grantOf('moderator', { challenge: mintId('challenge') });
    expect(codeOf(bringNote(published, undefined, asked('ideation', colleague, elsewhere)))).toBe(
      'not-allowed',
    );
    expect(codeOf(bringNote(withdrawn, undefined, asks('ideation')))).toBe('note-state');
    expect(codeOf(bringNote(published, wish('declined'), asks('ideation')))).toBe('already-answered');
  });

  test('[NT9] its author agrees or declines; agreed before the opening it waits for it, and she may change her mind until then', () => {
    const answer = (
      state: WishFacts['state'],
      said: 'accept' | 'decline',
      phase: Standing,
      person = author,
    ) => answerWish(published, wish(state), said, asked(phase, person));
    expect(answer('asked', 'accept', 'ideation')).toEqual({ ok: true, value: 'brought' });
    expect(answer('asked', 'accept', 'scheduled')).toEqual({ ok: true, value: 'accepted' });
    expect(answer('accepted', 'decline', 'scheduled')).toEqual({ ok: true, value: 'declined' });
    expect(answer('declined', 'accept', 'ideation')).toEqual({ ok: true, value: 'brought' });
    expect(codeOf(answer('brought', 'decline', 'ideation'))).toBe('already-answered');
    expect(codeOf(answer('asked', 'accept', 'deliberation'))).toBe('challenge-phase');
    expect(codeOf(answer('asked', 'accept', 'ideation', moderator1))).toBe('not-allowed');
    expect(codeOf(answerWish(published, undefined, 'accept', asked('ideation', author)))).toBe('not-found');
  });

  test('[NT10] its author brings it herself, at once where ideas are open, and asks nobody', () => {
    expect(bringNote(published, undefined, asked('ideation', author))).toEqual({
      ok: true,
      value: 'brought',
    });
    expect(bringNote(published, wish('declined'), asked('scheduled', author))).toEqual({
      ok: true,
      value: 'accepted',
    });
    expect(codeOf(bringNote(published, undefined, asked('draft', author)))).toBe('challenge-phase');
  });

  test('[NT11] a note lists what its reader may do with it, and nothing else', () => {
    expect(actsOnNote(published, speaker(author), 'published')).toEqual([
      'rewriteNote',
      'withdrawNote',
      'bringNote',
      'commentOnNote',
    ]);
    expect(actsOnNote(published, reader, 'published')).toEqual([
      'takeUpPractice',
      'reportNote',
      'commentOnNote',
    ]);
    expect(actsOnNote(hidden, moderator, 'hidden')).toEqual(['moderateNote']);
  });
});
