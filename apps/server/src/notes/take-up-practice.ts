/** « Repris par »: somebody does elsewhere what works here, and says so; its author hears of it. */
import type {
  CodesOf,
  Failure,
  NoteId,
  NotePage,
  Result,
  takeUpPractice as contract,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import { takeUpPractice as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { changeNote, noticesAbout, type NotesDeps } from './deps.ts';
import { pageOf } from './read-note.ts';

export const takeUpPractice =
  (deps: NotesDeps) =>
  async (
    id: NoteId,
    words: string,
    by: Speaker,
  ): Promise<Result<NotePage, Failure<CodesOf<typeof contract>>>> => {
    const taken = await changeNote(deps, id, by, (note) => {
      const decided = decide(note, { by, now: deps.clock.now() });
      if (!decided.ok) return decided;
      const before = note.takeUps.find(({ person }) => person === by.person);
      if (before?.words === words) return ok(null);
      const { at } = decided.value;
      // Other words about the same thing: the day on which it was taken up stays.
      const takeUps =
        before === undefined
          ? [...note.takeUps, { person: by.person, words, at }]
          : note.takeUps.map((each) => (each === before ? { ...each, words } : each));
      const notices =
        before === undefined
          ? noticesAbout(note, 'practice-taken-up', [note.author], { actor: by.person, reason: words })
          : [];
      return ok({ patch: { takeUps }, notices });
    });
    return taken.ok ? ok(await pageOf(deps, taken.value, by)) : taken;
  };
