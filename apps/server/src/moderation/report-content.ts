/** Any agent says that something should be looked at. Moderators hear of it, except those with a link to the idea. */
import type {
  AttachmentId,
  CodesOf,
  Failure,
  IdeaId,
  ReportId,
  reportContent as contract,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { mayModerate, mayReadFile, mayReadIdea } from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { limiter } from '../platform/rates.ts';
import { announceQueue, noticesAbout, withoutLink, type ModerationDeps } from './deps.ts';

type Body = z.infer<(typeof contract)['body']>;
type Answer = Result<{ report: ReportId }, Failure<CodesOf<typeof contract>>>;

/** Reports a person may make in an hour. */
const AN_HOUR = 10;

export const reportContent = (deps: ModerationDeps) => {
  const limit = limiter({ points: AN_HOUR, seconds: 3_600 });
  return async (id: IdeaId, body: Body, by: Speaker): Promise<Answer> => {
    const idea = await deps.ideas.record(id);
    if (idea === null || !mayReadIdea(idea, by.person, mayModerate(by, idea.challenge)))
      return refuse('not-found', { what: 'idea' });
    const known = await deps.store.report(body.id);
    if (known !== null)
      return known.by === by.person && known.idea === id
        ? ok({ report: body.id })
        : refuse('id-taken', { id: body.id });
    if (body.comment !== null && (await deps.discussion.record(body.comment))?.idea !== id)
      return refuse('not-found', { what: 'comment' });
    if (!(await readsFile(deps, idea, body.file, by))) return refuse('not-found', { what: 'attachment' });
    const slowDown = await limit(by.person);
    if (slowDown) return { ok: false, failure: slowDown };
    const to = (await withoutLink(deps, idea)).filter((person) => person !== by.person);
    const notices = noticesAbout(idea, to, { kind: 'content-reported', reason: '', actor: null });
    await deps.database.transaction(async (tx) => {
      const { comment, file, motive, words } = body;
      const report = {
        id: body.id,
        challenge: idea.challenge,
        idea: id,
        comment,
        file,
        by: by.person,
        motive,
        words,
      };
      await deps.store.keepReport(tx, { ...report, at: deps.clock.now() });
      await deps.notifications.tell(tx, notices);
    });
    deps.notifications.announce(notices);
    await announceQueue(deps, idea.challenge);
    return ok({ report: body.id });
  };
};

/** Nobody reports a file that is not there for her. */
async function readsFile(
  deps: ModerationDeps,
  idea: IdeaRecord,
  id: AttachmentId | null,
  by: Speaker,
): Promise<boolean> {
  if (id === null) return true;
  const file = await deps.attachments.record(id);
  return file?.idea === idea.id && mayReadFile(idea, file, by.person, mayModerate(by, idea.challenge));
}
