/** The talk about a note: the same threads as under an idea, with its author told and nobody committed. */
import type {
  AnswerOf,
  CodesOf,
  commentOnNote as contract,
  Failure,
  NoteId,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { commentOnNote as decide, mayModerate } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import type { DiscussionDeps } from './deps.ts';
import { asStored, keepComment, saidAgain } from './keep-comment.ts';
import { PROBE, shownTo } from './list-comments.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<AnswerOf<typeof contract>, Failure<CodesOf<typeof contract>>>;

export const listNoteComments =
  (deps: DiscussionDeps) =>
  async (id: NoteId, by: Speaker): Promise<Result<AnswerOf<typeof contract>, Failure<'not-found'>>> => {
    const note = await deps.notes.talkedAbout(id, by);
    if (note === null) return refuse('not-found', { what: 'note' });
    const reader = { person: by.person, moderates: mayModerate(by), sponsors: [] };
    const comments = await shownTo(deps, await deps.store.ofNote(id), reader);
    const word = { id: PROBE, kind: 'comment' as const, text: '.', mentions: [] };
    const asked = { by, now: deps.clock.now() };
    return ok({ comments, mayComment: decide(note, word, { answered: null, known: new Set() }, asked).ok });
  };

export const commentOnNote =
  (deps: DiscussionDeps) =>
  async (id: NoteId, body: Body, by: Speaker): Promise<Answer> => {
    const known = await deps.store.record(body.id);
    if (known !== null)
      return saidAgain(known, { note: id }, body, by)
        ? listNoteComments(deps)(id, by)
        : refuse('id-taken', { id: body.id });
    const note = await deps.notes.talkedAbout(id, by);
    if (note === null) return refuse('not-found', { what: 'note' });
    const answered = body.parent === null ? null : await deps.store.record(body.parent);
    if (body.parent !== null && answered?.note !== id) return refuse('not-found', { what: 'comment' });
    const mentioned = await deps.people.mailboxes(body.mentions);
    const around = { answered, known: new Set(mentioned.keys()) };
    const decided = decide(note, asStored(body), around, { by, now: deps.clock.now() });
    if (!decided.ok) return decided;
    const { comment, tell, ...said } = decided.value;
    const notices = [...tell].map(([to, kind]) => ({
      to,
      kind,
      challenge: null,
      idea: null,
      note: id,
      about: note.title,
      actor: by.person,
    }));
    const record = {
      ...said,
      id: comment,
      challenge: null,
      idea: null,
      note: id,
      withdrawnAt: null,
      hiddenAt: null,
    };
    const kept = await keepComment(deps, record, notices);
    if (!kept.ok) return kept;
    deps.notes.announce(id);
    return listNoteComments(deps)(id, by);
  };
