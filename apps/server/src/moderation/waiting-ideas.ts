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

/** Hidden ideas, and hidden files of ideas, that nobody else has read again yet. */
export async function reviews(
  deps: Pick<ModerationDeps, 'attachments'>,
  { ideas, done }: Seen,
): Promise<Waiting[]> {
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const hidings = done.filter((event) => hidingToReview(done, event)?.id === event.id);
  const found = await Promise.all(
    hidings.map(async (hiding): Promise<Waiting | null> => {
      const idea = byId.get(hiding.idea);
      const file = hiding.file === null ? null : await deps.attachments.record(hiding.file);
      if (idea === undefined || (file === null && idea.state !== 'hidden')) return null;
      return {
        key: `review ${hiding.id}`,
        kind: 'review',
        at: hiding.at,
        dueAt: reviewDueAt(hiding, PARIS),
        idea,
        person: hiding.by,
        // The review is somebody else's, and not of whoever brought the file.
        involved: [hiding.by, ...(file === null ? [] : [file.addedBy])],
        ...(file === null ? {} : { file }),
        text: hiding.reason,
        acts: ['confirmHidden', file === null ? 'restoreIdea' : 'restoreFile'],
      };
    }),
  );
  return found.filter((waiting) => waiting !== null);
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
