/** The dates of a challenge for the reader's own agenda, in her language. */
import type {
  ChallengeId,
  CodesOf,
  Failure,
  Language,
  readCalendar as contract,
  Result,
  TimeBox,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import type { Speaker } from '../accounts/index.ts';
import { calendarFile } from './calendar.ts';
import { instantOf } from './challenge-times.ts';
import { loadChallenge, type ChallengeDeps } from './deps.ts';

const SUMMARIES: Readonly<Record<Language, Readonly<Record<keyof TimeBox, string>>>> = {
  fr: {
    opensAt: 'Ouverture du défi',
    ideasUntil: 'Dernière heure pour proposer une idée',
    closesAt: 'Fermeture du défi',
    decisionDueAt: 'Réponses aux idées, au plus tard',
  },
  en: {
    opensAt: 'The challenge opens',
    ideasUntil: 'Last hour to propose an idea',
    closesAt: 'The challenge closes',
    decisionDueAt: 'Ideas answered at the latest',
  },
};

export const readCalendar =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, by: Speaker): Promise<Result<string, Failure<CodesOf<typeof contract>>>> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const record = loaded.value;
    const mailboxes = await deps.people.mailboxes([by.person]);
    const language = mailboxes.get(by.person)?.language ?? 'fr';
    const summaries = deps.ownWords.say(SUMMARIES[language], language);
    const dates = (['opensAt', 'ideasUntil', 'closesAt', 'decisionDueAt'] as const).map((field) => ({
      // The same name whenever it is downloaded: an agenda moves the date instead of showing it twice.
      uid: `${id}-${field}@${deps.publicUrl.hostname}`,
      at: instantOf(record[field]),
      summary: `${summaries[field]} : ${record.question}`,
    }));
    return ok(
      calendarFile({
        url: new URL(`/defis/${id}`, deps.publicUrl).href,
        stamp: deps.clock.now(),
        description: record.question,
        dates,
      }),
    );
  };
