import { mintId, type IdeaState, type ModerationAct, type PersonId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import {
  author,
  challenge,
  codeOf,
  colleague,
  moderates,
  moderator1,
  moderator2,
  now,
  speaker,
} from '../testing/cast.ts';
import { published } from '../testing/ideas.ts';
import { moderate, undoModeration, type ModerationAround, type ModerationCommand } from './moderate.ts';
import { lateOutcome } from './late-outcome.ts';
import {
  declaredLinks,
  hidingToReview,
  settledAt,
  standing,
  toldApart,
  voided,
  type ModerationLogged,
} from './moderation-log.ts';

const asks = (person: PersonId) => ({ by: speaker(person, moderates), now, challenge });
const fresh = { ...published, rebounders: [colleague], declared: [] as readonly PersonId[] };
const other = { ...fresh, id: mintId('idea'), originators: [colleague], coauthors: [], rebounders: [] };
interface Over extends Partial<ModerationAround> {
  readonly by?: PersonId;
  readonly state?: IdeaState;
  readonly reason?: string;
  readonly declared?: readonly PersonId[];
  readonly about?: Partial<ModerationCommand>;
}
function does(act: ModerationAct, over: Over = {}) {
  const { by = moderator1, state = 'published', log = [], reason = 'Le nom d’une usagère y figure.' } = over;
  const { declared = [], involved = [], about = {}, other: compared = null } = over;
  const nothing = { comment: null, file: null, late: null, other: null, decision: null };
  const command = { id: mintId('moderation'), act, reason, ...nothing, ...about };
  const around = { log, involved, other: compared };
  return moderate({ ...fresh, state, declared }, command, around, asks(by));
}
function logged(result: ReturnType<typeof does>): ModerationLogged {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

test('[MO1] moderators act, with a reason wherever something is taken away; others never', () => {
  expect(codeOf(does('hideIdea'))).toBe('ok');
  expect(codeOf(does('hideIdea', { reason: '  ' }))).toBe('text-missing');
  expect(codeOf(does('welcomeIdea', { reason: '' }))).toBe('ok');
  const agent = moderate(
    fresh,
    {
      id: mintId('moderation'),
      act: 'hideIdea',
      comment: null,
      file: null,
      late: null,
      other: null,
      decision: null,
      reason: 'x',
    },
    { log: [], other: null, involved: [] },
    { by: speaker(colleague), now, challenge },
  );
  expect(codeOf(agent)).toBe('not-allowed');
});

test('[MO2] nobody moderates what she is an author or a rebounder of, by the server whatever the screen shows', () => {
  for (const by of [author, colleague]) expect(codeOf(does('hideIdea', { by }))).toBe('own-idea');
  for (const act of ['keepContent', 'hideComment', 'annexLate', 'refuseLate'] as const)
    expect(codeOf(does(act, { involved: [moderator1] }))).toBe('own-idea');
});

test('[MO2] an act is about what it hides or answers: something else that is named beside is left aside', () => {
  const beside = { comment: mintId('comment'), file: mintId('attachment'), late: mintId('late') };
  const about = (act: ModerationAct, state?: IdeaState) => {
    const { comment, file, late } = logged(does(act, { about: beside, ...(state ? { state } : {}) }));
    return { comment, file, late };
  };
  const nothing = { comment: null, file: null, late: null };
  expect(about('hideIdea')).toEqual(nothing);
  expect(about('welcomeIdea')).toEqual(nothing);
  expect(about('hideComment')).toEqual({ ...nothing, comment: beside.comment });
  expect(about('hideFile')).toEqual({ ...nothing, file: beside.file });
  expect(about('annexLate', 'submitted')).toEqual({ ...nothing, late: beside.late });
});

test('[MO3] a hidden idea is read again by another moderator, whichever way it goes, and comes back where it was', () => {
  const hidden = logged(does('hideIdea', { state: 'submitted' }));
  const log = [hidden];
  for (const act of ['confirmHidden', 'restoreIdea'] as const) {
    expect(codeOf(does(act, { state: 'hidden', log }))).toBe('second-person-needed');
    expect(does(act, { state: 'hidden', log, by: moderator2 })).toMatchObject({
      value: { from: 'submitted' },
    });
  }
  expect(codeOf(does('restoreIdea', { by: moderator2 }))).toBe('idea-state');
  expect(codeOf(does('hideIdea', { state: 'draft' }))).toBe('idea-state');
  expect(codeOf(does('hideIdea', { state: 'hidden', log }))).toBe('idea-state');
});

test('[MO4] an act is undone by whoever did it, within ten seconds', () => {
  const event = logged(does('welcomeIdea'));
  const undo = (by: PersonId, at: Date) =>
    undoModeration(event, mintId('moderation'), { by: speaker(by, moderates), now: at });
  const last = new Date(settledAt(event).getTime() - 1);
  expect(settledAt(event).getTime() - event.at.getTime()).toBe(10_000);
  expect(codeOf(undo(moderator2, last))).toBe('not-allowed');
  expect(codeOf(undo(moderator1, settledAt(event)))).toBe('too-late-to-undo');
  const undone = undo(moderator1, last);
  expect(undone.ok && standing([event, undone.value])).toEqual([]);
  expect(undone.ok && codeOf(does('welcomeIdea', { log: [event, undone.value] }))).toBe('ok');
});

test('[MO5] an idea is welcomed once, a late text answered once', () => {
  expect(codeOf(does('welcomeIdea', { log: [logged(does('welcomeIdea'))] }))).toBe('already-answered');
  const about = { late: mintId('late') };
  expect(codeOf(does('refuseLate', { about, log: [logged(does('annexLate', { about }))] }))).toBe(
    'already-answered',
  );
});

test('a message is hidden once and shown again once', () => {
  const about = { comment: mintId('comment') };
  const hidden = logged(does('hideComment', { about }));
  expect(codeOf(does('hideComment', { about, log: [hidden] }))).toBe('already-answered');
  expect(codeOf(does('restoreComment', { about }))).toBe('already-answered');
  expect(codeOf(does('restoreComment', { about, log: [hidden] }))).toBe('ok');
});

test('[MO10] one file is hidden once, with a reason, by nobody who brought it or has a link, and never in a draft', () => {
  const about = { file: mintId('attachment') };
  expect(codeOf(does('hideFile', { about, reason: ' ' }))).toBe('text-missing');
  expect(codeOf(does('hideFile', { about, involved: [moderator1] }))).toBe('own-idea');
  for (const by of [author, colleague]) expect(codeOf(does('hideFile', { about, by }))).toBe('own-idea');
  expect(codeOf(does('hideFile', { about, declared: [moderator1] }))).toBe('own-idea');
  expect(codeOf(does('hideFile', { about, state: 'draft' }))).toBe('idea-state');
  const hidden = logged(does('hideFile', { about }));
  expect(hidden.file).toBe(about.file);
  expect(codeOf(does('hideFile', { about, log: [hidden], by: moderator2 }))).toBe('already-answered');
  // Another file, and the idea itself, are other things.
  const another = { file: mintId('attachment') };
  expect(codeOf(does('hideFile', { about: another, log: [hidden] }))).toBe('ok');
  expect(codeOf(does('restoreFile', { about: another, log: [hidden], by: moderator2 }))).toBe(
    'already-answered',
  );
  expect(codeOf(does('restoreIdea', { about, log: [hidden], by: moderator2 }))).toBe('idea-state');
});

test('[MO10] a hidden file is read again by another moderator, confirmed once, shown again, or waits anew', () => {
  const about = { file: mintId('attachment') };
  const hidden = logged(does('hideFile', { about }));
  const waits = (log: readonly ModerationLogged[]) => hidingToReview(standing(log), hidden)?.id;
  expect(waits([hidden])).toBe(hidden.id);
  for (const act of ['confirmHidden', 'restoreFile'] as const)
    expect(codeOf(does(act, { about, log: [hidden] }))).toBe('second-person-needed');
  const restored = logged(does('restoreFile', { about, log: [hidden], by: moderator2 }));
  expect(waits([hidden, restored])).toBeUndefined();
  expect(codeOf(does('hideFile', { about, log: [hidden, restored] }))).toBe('ok');
  const confirmed = logged(does('confirmHidden', { about, log: [hidden], by: moderator2 }));
  expect(waits([hidden, confirmed])).toBeUndefined();
  expect(codeOf(does('confirmHidden', { about, log: [hidden, confirmed], by: moderator2 }))).toBe(
    'already-answered',
  );
  const again = logged(
    does('reopenItem', { about: { decision: confirmed.id }, log: [hidden, confirmed], by: moderator2 }),
  );
  expect(again.file).toBe(about.file);
  expect(waits([hidden, confirmed, again])).toBe(hidden.id);
});

test('[MO6] two ideas said to be no doubles stay apart, whichever is named first, until that is undone', () => {
  const apart = logged(does('notDuplicates', { about: { other: other.id }, other, reason: '' }));
  expect(toldApart(standing([apart]), other.id, fresh.id)).toBe(true);
  expect(codeOf(does('notDuplicates', { about: { other: other.id }, other, log: [apart] }))).toBe(
    'already-answered',
  );
  expect(codeOf(does('notDuplicates', { about: { other: other.id }, other, by: colleague }))).toBe(
    'own-idea',
  );
  const undone = undoModeration(apart, mintId('moderation'), asks(moderator1));
  expect(undone.ok && toldApart(standing([apart, undone.value]), fresh.id, other.id)).toBe(false);
});

test('[MO7] whoever declared a link decides nothing about what these authors have in the challenge', () => {
  const declared = logged(does('declareLink', { reason: '' }));
  const sibling = { id: mintId('idea'), originators: [author] };
  const links = declaredLinks([declared], [fresh, sibling, other]);
  expect([fresh.id, sibling.id, other.id].map((id) => links.get(id))).toEqual([
    [moderator1],
    [moderator1],
    [],
  ]);
  for (const act of ['welcomeIdea', 'hideIdea', 'keepContent', 'notDuplicates', 'restoreIdea'] as const)
    expect(codeOf(does(act, { declared: [moderator1] }))).toBe('own-idea');
  expect(codeOf(does('declareLink', { declared: [moderator1] }))).toBe('already-answered');
  expect(codeOf(does('welcomeIdea', { declared: [moderator1], by: moderator2 }))).toBe('ok');
});

test('[MO8] a decision is opened again with a reason, once, and holds again when that is undone', () => {
  const kept = logged(does('keepContent'));
  const about = { decision: kept.id };
  expect(codeOf(does('reopenItem', { about, log: [kept], reason: '' }))).toBe('text-missing');
  expect(codeOf(does('reopenItem', { about, log: [kept], declared: [moderator1] }))).toBe('own-idea');
  expect(codeOf(does('reopenItem', { about, log: [] }))).toBe('not-allowed');
  const welcome = logged(does('welcomeIdea'));
  expect(codeOf(does('reopenItem', { about: { decision: welcome.id }, log: [welcome] }))).toBe('not-allowed');
  const reopened = logged(does('reopenItem', { about, log: [kept], by: moderator2 }));
  expect(standing([kept, reopened])).toEqual([]);
  expect(codeOf(does('reopenItem', { about, log: [kept, reopened] }))).toBe('already-answered');
  const undone = undoModeration(reopened, mintId('moderation'), asks(moderator2));
  const log = undone.ok ? [kept, reopened, undone.value] : [];
  expect(standing(log)).toEqual([kept]);
  expect([...voided(log)]).toEqual([reopened.id]);
});

test('[MO9] a late text waits, joins the annex by itself after 48 hours, or becomes what was decided once that is settled', () => {
  const late = { id: mintId('late'), at: now };
  const about = { late: late.id };
  const hours = (count: number): Date => new Date(now.getTime() + count * 3_600_000);
  expect(lateOutcome(late, [], hours(47))).toMatchObject({ state: 'waiting', at: hours(48) });
  expect(lateOutcome(late, [], hours(48))).toMatchObject({ state: 'annexed', at: hours(48) });
  const refused = logged(does('refuseLate', { about, reason: 'Hors sujet.' }));
  expect(lateOutcome(late, [refused], now)).toMatchObject({ state: 'waiting' });
  expect(lateOutcome(late, [refused], hours(1))).toMatchObject({ state: 'refused', reason: 'Hors sujet.' });
  const reopened = {
    ...logged(does('reopenItem', { about: { decision: refused.id }, log: [refused] })),
    at: hours(60),
  };
  expect(lateOutcome(late, [refused, reopened], hours(61))).toMatchObject({
    state: 'waiting',
    at: hours(108),
  });
});
