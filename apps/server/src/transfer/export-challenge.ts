/** Gives a challenge back whole: every text as it is, with its authors. */
import type {
  AnswerOf,
  ChallengeId,
  CodesOf,
  exportChallenge as contract,
  Failure,
  PersonRef,
  Result,
  TimeBox,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { afterClosing, mayExportChallenge } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { ChallengeRecord } from '../challenges/index.ts';
import { bannerOut } from './carried-banner.ts';
import type { TransferDeps } from './deps.ts';

type Answer = Result<AnswerOf<typeof contract>, Failure<CodesOf<typeof contract>>>;

export const exportChallenge =
  (deps: TransferDeps) =>
  async (id: ChallengeId, by: Speaker): Promise<Answer> => {
    const challenge = await deps.challenges.record(id);
    if (challenge === null) return refuse('not-found', { what: 'challenge' });
    if (!mayExportChallenge(by, id))
      return refuse('not-allowed', { act: 'exportChallenge', why: 'not-a-moderator' });

    const { archived = null } = challenge;
    const found = (await deps.ideas.ofChallenge(id)).filter((idea) => idea.state !== 'draft');
    const ids = found.map((idea) => idea.id);
    const [credits, supports, files, impact, deliveries] = await Promise.all([
      deps.ledger.credits(ids),
      deps.ideas.supports(ids),
      deps.attachments.shownOf(ids),
      deps.impact.told(ids),
      deps.deliveries.told(found),
    ]);
    const lines = found.map((idea) => credits.get(idea.id));
    const refs = await deps.people.refs([
      ...lines.flatMap((line) => (line ? [...line.originators, ...line.coauthors, ...line.rebounders] : [])),
      ...lines.flatMap((line) => (line?.carrier ? [line.carrier] : [])),
      ...found.flatMap((idea) => (idea.answer === null ? [] : [idea.answer.by])),
      ...files.map(({ addedBy }) => addedBy),
      ...(archived === null ? [] : [archived.by]),
    ]);
    const named = (people: readonly PersonRef['id'][] = []): PersonRef[] =>
      people.flatMap((person) => refs.get(person) ?? []);
    const closed = afterClosing(deps.challenges.phase(challenge));

    return ok({
      challenge: id,
      question: challenge.question,
      brief: challenge.brief,
      timeBox: timeBoxOf(challenge),
      labels: challenge.labels,
      colour: challenge.visual.colour,
      archived: archived && {
        at: archived.at.toISOString(),
        by: refs.get(archived.by) ?? null,
        story: archived.story,
      },
      banner: await bannerOut(deps, challenge.visual),
      exportedAt: deps.clock.now().toISOString(),
      ideas: found.map((idea, index) => ({
        id: idea.id,
        state: idea.state,
        title: idea.title,
        text: idea.text,
        credits: {
          originators: named(lines[index]?.originators),
          coauthors: named(lines[index]?.coauthors),
          rebounders: named(lines[index]?.rebounders),
          carrier: named(lines[index]?.carrier ? [lines[index].carrier] : [])[0] ?? null,
        },
        authorToConfirm: idea.originators.length === 0,
        source: idea.source ?? '',
        publishedAt: idea.publishedAt?.toISOString() ?? null,
        supports: closed ? (supports.get(idea.id) ?? 0) : null,
        ...deps.ideas.particulars(challenge, idea),
        answer: answerOf(idea, refs),
        delivery: deliveries.get(idea.id) ?? null,
        impact: impact.get(idea.id) ?? null,
        attachments: files
          .filter((file) => file.idea === idea.id)
          .map((file) => ({
            ...file,
            addedBy: refs.get(file.addedBy) ?? null,
            at: file.at.toISOString(),
            sha256: file.file,
          })),
      })),
    });
  };

const timeBoxOf = ({ opensAt, ideasUntil, closesAt, decisionDueAt }: ChallengeRecord): TimeBox => ({
  opensAt,
  ideasUntil,
  closesAt,
  decisionDueAt,
});

type Found = Awaited<ReturnType<TransferDeps['ideas']['ofChallenge']>>[number];
type Exported = AnswerOf<typeof contract>['ideas'][number];

function answerOf(
  { answer, answerPublishedAt }: Found,
  refs: ReadonlyMap<PersonRef['id'], PersonRef>,
): Exported['answer'] {
  const by = answer && refs.get(answer.by);
  if (!answer || !by || answerPublishedAt === null) return null;
  return { ...answer, by, at: answer.at.toISOString() };
}
