/** Ideas that wait: to be welcomed, to be told apart or brought together, to be read again by a second person. */
import type { ChallengeId, IdeaId } from '@butinerie/contracts';
import { hidingToReview, PARIS, reviewDueAt, toldApart } from '@butinerie/domain';
import type { ModerationDeps } from './deps.ts';
import type { Seen, Waiting } from './waiting.ts';

export function welcomes({ ideas, done }: Seen): Waiting[] {
  const welcomed = new Set(done.filter(({ act }) => act === 'welcomeIdea').map(({ idea }) => idea));
  return ideas.flatMap((idea): Waiting[] =>
    idea.state !== 'published' || idea.publishedAt === null || welcomed.has(idea.id)
      ? []
      : [
          {
            key: `welcome ${idea.id}`,
            kind: 'welcome',
            at: idea.publishedAt,
            idea,
            person: idea.originators[0] ?? null,
            text: idea.text,
            acts: ['welcomeIdea', 'hideIdea'],
          },
        ],
  );
}

export function reviews({ ideas, done }: Seen): Waiting[] {
  return ideas.flatMap((idea): Waiting[] => {
    const hiding = idea.state === 'hidden' ? hidingToReview(done, idea.id) : null;
    if (hiding === null) return [];
    return [
      {
        key: `review ${hiding.id}`,
        kind: 'review',
        at: hiding.at,
        dueAt: reviewDueAt(hiding, PARIS),
        idea,
        person: hiding.by,
        // The review is somebody else's.
        involved: [hiding.by],
        text: hiding.reason,
        acts: ['confirmHidden', 'restoreIdea'],
      },
    ];
  });
}

/** Two ideas that may say the same, while they can be brought together, until somebody asked or told them apart. */
export async function duplicates(
  deps: Pick<ModerationDeps, 'search' | 'merges'>,
  challenge: ChallengeId,
  { ideas, done }: Seen,
): Promise<Waiting[]> {
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const keyOf = (one: IdeaId, other: IdeaId): string => [one, other].toSorted().join(' ');
  const asked = new Set(
    (await deps.merges.pairs(challenge)).map(({ source, target }) => keyOf(source, target)),
  );
  const pairs = await deps.search.alike(challenge);
  return pairs.flatMap(([first, second]): Waiting[] => {
    const [one, two] = [byId.get(first), byId.get(second)];
    if (one?.state !== 'published' || two?.state !== 'published') return [];
    if (asked.has(keyOf(first, second)) || toldApart(done, first, second)) return [];
    // The newer joins the older one.
    const [older, newer] = [one, two].toSorted(
      (a, b) => publishedAt(a) - publishedAt(b) || (a.id < b.id ? -1 : 1),
    );
    if (older === undefined || newer === undefined) return [];
    return [
      {
        key: `duplicate ${keyOf(first, second)}`,
        kind: 'duplicate',
        at: newer.publishedAt ?? newer.savedAt,
        idea: newer,
        other: older,
        person: newer.originators[0] ?? null,
        text: newer.text,
        acts: ['notDuplicates'],
      },
    ];
  });
}

const publishedAt = ({ publishedAt: at, savedAt }: Seen['ideas'][number]): number =>
  (at ?? savedAt).getTime();
