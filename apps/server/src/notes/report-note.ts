/** Any agent says that a note, or a comment under it, should be looked at. Moderators hear of it, never its author. */
import type {
  CodesOf,
  Failure,
  NoteId,
  reportNote as contract,
  ReportId,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { checkNoteState } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { limiter } from '../platform/rates.ts';
import { changeNote, moderatorsOf, noticesAbout, type NotesDeps } from './deps.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<{ report: ReportId }, Failure<CodesOf<typeof contract>>>;

/** Reports a person may make in an hour. */
const AN_HOUR = 10;

export const reportNote = (deps: NotesDeps) => {
  const limit = limiter({ points: AN_HOUR, seconds: 3_600 });
  return async (id: NoteId, { id: report, comment, motive, words }: Body, by: Speaker): Promise<Answer> => {
    if (comment !== null && (await deps.discussion.record(comment))?.note !== id)
      return refuse('not-found', { what: 'comment' });
    const to = await moderatorsOf(deps);
    const done = await changeNote<Failure<'id-taken' | 'note-state' | 'too-many-requests'>>(
      deps,
      id,
      by,
      async (note) => {
        const known = note.reports.find((each) => each.id === report);
        if (known !== undefined)
          return known.by === by.person ? ok(null) : refuse('id-taken', { id: report });
        const read = checkNoteState(note, 'published', 'reportNote');
        if (!read.ok) return read;
        const slowDown = await limit(by.person);
        if (slowDown) return { ok: false, failure: slowDown };
        const made = {
          id: report,
          by: by.person,
          comment,
          motive,
          words,
          at: deps.clock.now(),
          answeredAt: null,
        };
        const others = to.filter((person) => person !== note.author);
        return ok({
          patch: { reports: [...note.reports, made] },
          // Whoever reports is not named to anybody.
          notices: noticesAbout(note, 'note-reported', others, { actor: null }),
        });
      },
    );
    return done.ok ? ok({ report }) : done;
  };
};
