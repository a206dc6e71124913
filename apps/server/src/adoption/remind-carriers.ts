/** Follows the offers to carry that nobody answered: two reminders, then a moderator's eyes. The offer stays open. */
import type { ChallengeId, IdeaId, PersonId } from '@butinerie/contracts';
import { carrierStepDue, nextCarrierStep, PARIS, type CarrierStep } from '@butinerie/domain';
import type { NoticeToTell } from '../notifications/index.ts';
import { wakeAt } from '../platform/clock.ts';
import { lookedAfter } from '../platform/servers/looked-after.ts';
import type { Log } from '../platform/log.ts';
import type { AnswersRecord } from './adoptions.store.ts';
import type { AdoptionDeps } from './deps.ts';

interface Open {
  readonly answers: AnswersRecord;
  readonly offer: NonNullable<AnswersRecord['adoption']>['carrierOffer'];
}

export function carrierWatch(deps: AdoptionDeps, log: Log) {
  let cancel = (): void => {};
  let stopped = true;
  let round: Promise<void> = Promise.resolve();

  const look = (): Promise<void> => {
    round = round
      .then(() => (stopped ? undefined : lookOnce()))
      .catch((error: unknown) => log.error({ err: error }, 'offers to carry could not be followed'));
    return round;
  };
  async function lookOnce(): Promise<void> {
    cancel();
    const all = (await deps.store.withOpenOffer()).flatMap((answers): Open[] =>
      answers.adoption === null ? [] : [{ answers, offer: answers.adoption.carrierOffer }],
    );
    // While the clock of a challenge stands still nobody is reminded; that it goes on makes us look again.
    const paused = new Set<ChallengeId>();
    for (const id of new Set(all.map(({ answers }) => answers.challenge)))
      if ((await deps.challenges.record(id))?.paused) paused.add(id);
    const open = all.filter(({ answers }) => !paused.has(answers.challenge));
    const now = deps.clock.now();
    for (const { answers, offer } of open) {
      const step = carrierStepDue(offer, now, PARIS);
      if (step !== null) await take(deps, { answers, to: offer.to, step });
    }
    const next = open.flatMap(({ offer }) => nextCarrierStep(offer, now, PARIS) ?? []);
    if (next.length > 0 && !stopped)
      cancel = wakeAt(deps.clock, new Date(Math.min(...next.map(Number))), () => void look());
  }

  const tellOthers = lookedAfter(deps.wakeUps, 'offers to carry', () => void look());
  return {
    async look() {
      tellOthers();
      await look();
    },
    async start() {
      stopped = false;
      await look();
    },
    async stop() {
      stopped = true;
      cancel();
      await round;
      cancel();
    },
  };
}

async function take(
  deps: AdoptionDeps,
  { answers, to, step }: { answers: AnswersRecord; to: PersonId; step: CarrierStep },
): Promise<void> {
  const notices = await noticesOf(deps, answers.idea, { to, step });
  const first = await deps.database.transaction(async (tx) => {
    const marked = await deps.store.markStep(tx, answers.idea, step);
    if (marked) await deps.notifications.tell(tx, notices);
    return marked;
  });
  if (first) deps.notifications.announce(notices);
}

async function noticesOf(
  deps: AdoptionDeps,
  id: IdeaId,
  { to, step }: { to: PersonId; step: CarrierStep },
): Promise<NoticeToTell[]> {
  const idea = await deps.ideas.record(id);
  if (idea === null) return [];
  const of = { challenge: idea.challenge };
  const [moderators, leads] = await Promise.all([
    deps.people.holders('moderator', of),
    deps.people.holders('moderator_lead', of),
  ]);
  const people = step === 'silent' ? new Set([...leads, ...moderators]) : [to];
  return [...people].map((person) => ({
    to: person,
    kind: step === 'silent' ? 'carrier-silent' : 'carrier-reminded',
    challenge: idea.challenge,
    idea: id,
    about: idea.title,
    actor: null,
  }));
}
