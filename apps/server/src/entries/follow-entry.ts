/** What a code on paper opens: what became of the idea, without an account; or an account, when its holder wants one. */
import type {
  AnswerOf,
  CodesOf,
  claimEntry as claim,
  Failure,
  followEntry as follow,
  FollowedEntry,
  IdeaId,
  readEntry as read,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { mayModerate, mayReadIdea, readCode } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { hashToken } from '../platform/tokens.ts';
import type { EntryDeps } from './deps.ts';
import type { EntryRecord } from './entries.store.ts';

type Followed = Result<FollowedEntry, Failure<CodesOf<typeof follow>>>;
type Claimed = Result<AnswerOf<typeof claim>, Failure<CodesOf<typeof claim>>>;
type Read = Result<AnswerOf<typeof read>, Failure<CodesOf<typeof read>>>;

/** Whoever holds the code is its agent: her first use of it says that the idea is hers. */
async function opened(deps: EntryDeps, typed: string): Promise<EntryRecord | null> {
  const code = readCode(typed);
  const entry = code === null ? null : await deps.store.byCode(hashToken(code));
  if (entry !== null && entry.confirmedAt === null)
    await deps.store.amend(entry._id, { confirmedAt: deps.clock.now() });
  return entry;
}

export const followEntry =
  (deps: EntryDeps) =>
  async ({ code }: { code: string }): Promise<Followed> => {
    const entry = await opened(deps, code);
    const idea = entry && (await deps.ideas.record(entry._id));
    const challenge = idea && (await deps.challenges.record(idea.challenge));
    if (!entry || !idea || !challenge) return refuse('code-unknown', { attempt: 'code' });
    const [rebounds, { adoption }, accounts] = await Promise.all([
      deps.rebounds.ofIdea(idea.id),
      deps.adoptions.answersOn(idea.id),
      deps.people.mailboxes([entry.agent]),
    ]);
    const answered = idea.answerPublishedAt === null ? null : idea.answer;
    const refs = await deps.people.refs([
      entry.agent,
      entry.facilitator,
      ...rebounds.map(({ person }) => person),
      ...(answered === null ? [] : [answered.by]),
    ]);
    const [agent, facilitator] = [refs.get(entry.agent), refs.get(entry.facilitator)];
    if (!agent || !facilitator) throw new Error('an entry without its people');
    const answerer = answered && refs.get(answered.by);
    return ok({
      question: challenge.question,
      agent,
      facilitator,
      idea: { id: idea.id, title: idea.title, text: idea.text, state: idea.state },
      rebounds: rebounds.flatMap(({ person, text, at }) => {
        const ref = refs.get(person);
        return ref === undefined ? [] : [{ person: ref, text, at: at.toISOString() }];
      }),
      answer: answered && answerer ? { ...answered, by: answerer, at: answered.at.toISOString() } : null,
      adoption,
      hasAccount: accounts.has(entry.agent),
    });
  };

export const claimEntry =
  (deps: EntryDeps) =>
  async ({ code }: { code: string }): Promise<Claimed> => {
    const entry = await opened(deps, code);
    if (entry === null) return refuse('code-unknown', { attempt: 'code' });
    if ((await deps.people.mailboxes([entry.agent])).size > 0)
      return refuse('already-answered', { answer: 'account' });
    const url = await deps.database.transaction(async (tx) => {
      await deps.people.openAccount(tx, entry.agent);
      return deps.people.signInLink(entry.agent, 'request', `/idees/${entry._id}`, tx);
    });
    return ok({ url });
  };

export const readEntry =
  (deps: EntryDeps) =>
  async (id: IdeaId, by: Speaker): Promise<Read> => {
    const idea = await deps.ideas.record(id);
    if (idea === null || !mayReadIdea(idea, by.person, mayModerate(by, idea.challenge)))
      return refuse('not-found', { what: 'idea' });
    const entry = await deps.store.ofIdea(id);
    const facilitator = entry && (await deps.people.refs([entry.facilitator])).get(entry.facilitator);
    if (!entry || !facilitator) return ok({ entry: null });
    const { at, confirmedAt } = entry;
    return ok({ entry: { facilitator, at: at.toISOString(), confirmed: confirmedAt !== null } });
  };
