/** What a moderator does about a note or a comment under it: leaves it, hides it with a reason, shows it again. */
import type {
  CodesOf,
  CommentId,
  Failure,
  moderateNote as contract,
  NoteId,
  NotePage,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { moderateNote as decide } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import type { NoticeToTell } from '../notifications/index.ts';
import { changeNote, noticesAbout, type Change, type NotesDeps } from './deps.ts';
import type { NoteRecord } from './index.ts';
import { pageOf } from './read-note.ts';

type Body = z.infer<(typeof contract)['body']>;

export const moderateNote =
  (deps: NotesDeps) =>
  async (
    id: NoteId,
    body: Body,
    by: Speaker,
  ): Promise<Result<NotePage, Failure<CodesOf<typeof contract>>>> => {
    const said = body.comment === null ? null : await deps.discussion.record(body.comment);
    if (body.comment !== null && said?.note !== id) return refuse('not-found', { what: 'comment' });
    const done = await changeNote(deps, id, by, (note) => {
      const decided = decide(
        note,
        { ...body, comment: body.comment !== null },
        { by, now: deps.clock.now() },
      );
      if (!decided.ok) return decided;
      const { at } = decided.value;
      const answered = answerReports(note, body.comment, at);
      const change: Change =
        said === null
          ? aboutNote(note, body, { at, by })
          : {
              patch: {},
              ...aboutComment(deps, note, { id: said.id, person: said.person }, { ...body, at, by }),
            };
      return ok({ ...change, patch: { ...change.patch, reports: answered } });
    });
    return done.ok ? ok(await pageOf(deps, done.value, by)) : done;
  };

/** Whatever was decided answers every report about it. */
function answerReports(note: NoteRecord, about: CommentId | null, at: Date): NoteRecord['reports'] {
  return note.reports.map((report) =>
    report.comment === about && report.answeredAt === null ? { ...report, answeredAt: at } : report,
  );
}

interface Deciding {
  readonly at: Date;
  readonly by: Speaker;
}

function aboutNote(note: NoteRecord, { act, reason }: Body, { at, by }: Deciding): Change {
  const told = (kind: NoticeToTell['kind']): NoticeToTell[] =>
    noticesAbout(note, kind, [note.author], { actor: by.person, reason });
  if (act === 'hide') return { patch: { hiddenAt: at, hiddenFor: reason }, notices: told('note-hidden') };
  if (act === 'show') return { patch: { hiddenAt: null, hiddenFor: null }, notices: told('note-restored') };
  return { patch: {} };
}

function aboutComment(
  { discussion }: NotesDeps,
  note: NoteRecord,
  comment: { readonly id: CommentId; readonly person: NoteRecord['author'] },
  { act, reason, at, by }: Body & Deciding,
): Omit<Change, 'patch'> {
  if (act === 'keep') return {};
  const kind = act === 'hide' ? 'comment-hidden' : 'comment-restored';
  return {
    also: (tx) => discussion.setHidden(tx, comment.id, act === 'hide' ? at : null),
    notices: noticesAbout(note, kind, [comment.person], { actor: by.person, reason }),
  };
}
