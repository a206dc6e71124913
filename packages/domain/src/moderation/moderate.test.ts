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
import { moderate, settledAt, standing, undoModeration, type ModerationLogged } from './moderate.ts';

const asks = (person: PersonId) => ({ by: speaker(person, moderates), now, challenge });
function does(
  act: ModerationAct,
  over: { by?: PersonId; state?: IdeaState; log?: readonly ModerationLogged[]; reason?: string } = {},
) {
  const { by = moderator1, state = 'published', log = [], reason = 'Le nom d’une usagère y figure.' } = over;
  const idea = { ...published, state, rebounders: [colleague] };
  return moderate(idea, { id: mintId('moderation'), act, comment: null, late: null, reason }, log, asks(by));
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
    { ...published, rebounders: [] },
    { id: mintId('moderation'), act: 'hideIdea', comment: null, late: null, reason: 'x' },
    [],
    { by: speaker(colleague), now, challenge },
  );
  expect(codeOf(agent)).toBe('not-allowed');
});

test('[MO2] nobody moderates what she is an author or a rebounder of, by the server whatever the screen shows', () => {
  for (const by of [author, colleague]) expect(codeOf(does('hideIdea', { by }))).toBe('own-idea');
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
  expect(codeOf(does('refuseLate', { log: [logged(does('annexLate'))] }))).toBe('already-answered');
});
