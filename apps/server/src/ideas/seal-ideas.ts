/**
 * At closing every published idea gets its one seal, never released: the text, its log's root and its credits as they
 * were. Also made at the next start if the server was down. Doing it again changes nothing.
 */
import { createHash } from 'node:crypto';
import type { ChallengeRecord } from '../challenges/index.ts';
import { noticesAbout, type IdeaDeps } from './deps.ts';
import type { IdeaRecord } from './index.ts';

export const sealIdeas =
  (deps: IdeaDeps) =>
  async (challenge: ChallengeRecord): Promise<void> => {
    if (challenge.sealedAt !== null) return;
    const closedAt = deps.challenges.closesAt(challenge);
    const published = async (): Promise<IdeaRecord[]> =>
      (await deps.ideas.ofChallenge(challenge.id)).filter(({ state }) => state === 'published');
    // One that was shown again meanwhile found the challenge without its mark, and waits for these seals too.
    for (let open = await published(); open.length > 0; open = await published())
      for (const idea of open) await sealIdea(deps, idea, closedAt);
    const current = await deps.challenges.record(challenge.id);
    if (current === null || current.sealedAt !== null) return;
    await deps.database.transaction((tx) =>
      deps.challenges.change(tx, current, { sealedAt: deps.clock.now() }),
    );
    await deps.challenges.announce(challenge.id);
  };

/** One that was out of sight at the closing and is back: sealed as it stood then. */
export const sealLate =
  (deps: IdeaDeps) =>
  async (id: IdeaRecord['id']): Promise<void> => {
    const idea = await deps.ideas.record(id);
    const challenge = idea && (await deps.challenges.record(idea.challenge));
    if (idea?.state !== 'published' || !challenge?.sealedAt) return;
    await sealIdea(deps, idea, deps.challenges.closesAt(challenge));
  };

async function sealIdea(deps: IdeaDeps, idea: IdeaRecord, closedAt: Date): Promise<void> {
  const read = await deps.documents.seal(idea.id, closedAt);
  const { text, logRoot, logRows, words } = read;
  // Of a destroyed text the log says no title either: the record may have kept it.
  const title = idea.shredded ? idea.title : read.title;
  const seal = { at: deps.clock.now(), textHash: textHash(title, text), logRoot, logRows, title, text };
  const notices = noticesAbout(
    { ...idea, title },
    'idea-sealed',
    [...idea.originators, ...idea.coauthors],
    null,
  );
  const sealed = await deps.database.transaction(async (tx) => {
    if (!(await deps.ideas.move(tx, idea.id, 'published', 'submitted', { title, text, seal }))) return false;
    await deps.ledger.record(tx, [
      { act: 'contribution.sealed', idea: idea.id, title, text, logRoot, logRows, words },
    ]);
    await deps.notifications.tell(tx, notices);
    return true;
  });
  if (!sealed) return;
  deps.notifications.announce(notices);
  deps.ideas.announce(idea);
}

/** SHA-256 of the title, a line feed and the text, UTF-8, hex: what anybody can compute from the page. */
function textHash(title: string, text: string): string {
  return createHash('sha256').update(`${title}\n${text}`, 'utf8').digest('hex');
}
