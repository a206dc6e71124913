/** A running server with people who write together, and challenges that open now and close when the test says so. */
import {
  answerCoauthor,
  askToCoauthor,
  mintId,
  publishIdea,
  saveDraft,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import { scheduledChallenge } from '../../trials/support/pilot-people.ts';
import { createTestServer, type TestPerson, type TestServer } from './test-server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface OpenChallenge {
  readonly challenge: ChallengeId;
  readonly closesAt: Date;
}

export interface WritingHouse {
  readonly server: TestServer;
  readonly author: TestPerson;
  readonly colleague: TestPerson;
  /** Neither author nor co-author of anything. */
  readonly reader: TestPerson;
  readonly moderator: TestPerson;
  readonly sponsor: TestPerson;
  /** Opens now: the clock is moved there. */
  openChallenge(): Promise<OpenChallenge>;
  /** A published idea of the author's, which her colleague co-writes when it is `shared`. */
  idea(challenge: ChallengeId, as?: { shared?: boolean }): Promise<IdeaId>;
  /** The author's, not published. */
  draft(challenge: ChallengeId): Promise<IdeaId>;
}

export async function openWritingHouse(given?: TestServer): Promise<WritingHouse> {
  const server = given ?? (await createTestServer());
  const author = await server.person({ name: 'Ana Exemple', directorate: 'Solidarités' });
  const colleague = await server.person({ name: 'Côme Exemple', directorate: 'Routes' });
  const reader = await server.person({ name: 'Rémi Exemple', directorate: 'Routes' });
  const moderator = await server.person({
    name: 'Maud Exemple',
    directorate: 'Innovation',
    roles: ['moderator'],
  });
  const sponsor = await server.person({ name: 'Dora Exemple', directorate: 'Bâtiments', roles: ['sponsor'] });

  async function draft(challenge: ChallengeId): Promise<IdeaId> {
    const idea = mintId('idea');
    const words = { title: 'Éteindre les écrans', text: 'La nuit.' };
    const body = { challenge, ...words, parents: [], grownFrom: null };
    await author.expect(saveDraft, { params: { idea }, body });
    return idea;
  }

  return {
    server,
    author,
    colleague,
    reader,
    moderator,
    sponsor,
    async openChallenge() {
      const hour = Math.ceil(server.clock.now().getTime() / HOUR) * HOUR;
      const after = (days: number): Date => new Date(hour + HOUR + days * DAY);
      const dates = {
        opensAt: after(0),
        ideasUntil: after(3),
        closesAt: after(5),
        decisionDueAt: after(20),
      };
      const challenge = await scheduledChallenge(moderator, 'Que gaspillons-nous sans le voir ?', dates);
      server.clock.set(dates.opensAt);
      return { challenge, closesAt: dates.closesAt };
    },
    draft,
    async idea(challenge, { shared = false } = {}) {
      const idea = await draft(challenge);
      const params = { idea };
      await author.expect(publishIdea, { params });
      if (!shared) return idea;
      await colleague.expect(askToCoauthor, { params });
      await author.expect(answerCoauthor, {
        params: { idea, person: colleague.id },
        body: { answer: 'accept' },
      });
      return idea;
    },
  };
}
