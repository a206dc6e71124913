/** Whom a challenge is for: directorates chosen, people of other organisations invited by name or released. */
import type {
  Challenge,
  ChallengeId,
  CodesOf,
  DirectorateId,
  Failure,
  inviteOutsiders as inviteContract,
  OutsiderRow,
  PersonId,
  Result,
  setAudience as contract,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import * as decide from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { MailToSend, NoticeToTell } from '../notifications/index.ts';
import type { Transaction } from '../platform/mongo.ts';
import { stateOf } from './challenge-times.ts';
import { invitedTo, loadChallenge, stale, type ChallengeDeps } from './deps.ts';
import type { ChallengeRecord } from './index.ts';
import { invitationOfOutsider } from './outsider-mail.ts';
import { showChallenge } from './show-challenge.ts';

type Answer = Result<Challenge, Failure<CodesOf<typeof contract>>>;

const withAudience = (record: ChallengeRecord) => ({ ...stateOf(record), audience: record.audience });

export const setAudience =
  (deps: ChallengeDeps) =>
  async (
    id: ChallengeId,
    command: { directorates: DirectorateId[] | null; version: number },
    by: Speaker,
  ): Promise<Answer> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const known = new Set((await deps.people.directorates()).map((directorate) => directorate.id));
    if (command.directorates?.some((directorate) => !known.has(directorate)))
      return refuse('not-found', { what: 'directorate' });
    const asked = { by, now: deps.clock.now() };
    const decided = decide.setAudience(withAudience(loaded.value), command, asked);
    return decided.ok ? commit(deps, { seen: loaded.value, set: decided.value, by }) : decided;
  };

export const releaseOutsider =
  (deps: ChallengeDeps) =>
  async (params: { challenge: ChallengeId; person: PersonId }, by: Speaker): Promise<Answer> => {
    const loaded = await loadChallenge(deps, params.challenge, by);
    if (!loaded.ok) return loaded;
    if (!loaded.value.audience.outsiders.includes(params.person))
      return refuse('not-found', { what: 'person' });
    const asked = { by, now: deps.clock.now() };
    const decided = decide.releaseOutsider(withAudience(loaded.value), params.person, asked);
    return decided.ok ? commit(deps, { seen: loaded.value, set: decided.value, by }) : decided;
  };

export const inviteOutsiders =
  (deps: ChallengeDeps) =>
  async (
    id: ChallengeId,
    rows: readonly OutsiderRow[],
    by: Speaker,
  ): Promise<Result<Challenge, Failure<CodesOf<typeof inviteContract>>>> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const seen = loaded.value;
    const asked = { by, now: deps.clock.now() };
    const may = decide.inviteOutsiders(withAudience(seen), [], asked);
    if (!may.ok) return may;
    const committed = await deps.database.transaction(async (tx) => {
      const admitted = await deps.people.admitOutsiders(tx, rows);
      if (!admitted.ok) return admitted;
      const fresh = admitted.value.filter((person) => !seen.audience.outsiders.includes(person));
      const decided = decide.inviteOutsiders(withAudience(seen), fresh, asked);
      if (!decided.ok) return decided;
      // The same list sent again: everybody is in already, and nobody gets a second mail.
      if (fresh.length === 0) return ok(seen);
      const { audience, version } = decided.value;
      if (!(await deps.challenges.change(tx, seen, { audience }))) return stale(deps, id, tx);
      await mailOutsiders(deps, tx, { to: fresh, challenge: seen });
      return ok({ ...seen, audience, version });
    });
    if (!committed.ok) return committed;
    await after(deps, seen, committed.value);
    deps.notifications.announce([]);
    return ok(await showChallenge(deps, committed.value, by));
  };

async function mailOutsiders(
  { people, notifications, ownWords }: ChallengeDeps,
  tx: Transaction,
  { to, challenge }: { to: readonly PersonId[]; challenge: ChallengeRecord },
): Promise<void> {
  for (const { person, mail, language } of (await people.mailboxes(to, tx)).values()) {
    if (mail === null) continue;
    const url = await people.signInLink(person, 'invitation', `/defis/${challenge.id}`, tx);
    const invitation = ownWords.say(invitationOfOutsider, language);
    const words = invitation({ language, question: challenge.question, url });
    await notifications.mailNow(tx, { person, purpose: 'invitation', ...words } satisfies MailToSend);
  }
}

async function commit(
  deps: ChallengeDeps,
  { seen, set, by }: { seen: ChallengeRecord; set: decide.AudienceSet; by: Speaker },
): Promise<Answer> {
  const { audience, version } = set;
  const next = { ...seen, audience, version };
  const notices = await newcomers(deps, seen, next);
  const committed = await deps.database.transaction(async (tx) => {
    if (!(await deps.challenges.change(tx, seen, { audience }))) return stale(deps, seen.id, tx);
    await deps.notifications.tell(tx, notices);
    return ok(true);
  });
  if (!committed.ok) return committed;
  await after(deps, seen, next);
  deps.notifications.announce(notices);
  return ok(await showChallenge(deps, next, by));
}

/** Whoever it is for from now on hears that it is open, as the others did. */
async function newcomers(
  { people, challenges }: ChallengeDeps,
  seen: ChallengeRecord,
  next: ChallengeRecord,
): Promise<NoticeToTell[]> {
  const phase = challenges.phase(seen);
  if (phase !== 'ideation' && phase !== 'rebound') return [];
  const before = new Set(await invitedTo(people, seen));
  const { id: challenge, question: about } = next;
  return (await invitedTo(people, next))
    .filter((person) => !before.has(person))
    .map((to) => ({ to, kind: 'challenge-opened', challenge, idea: null, about, actor: null }));
}

/** Open pages hear of it; those it is not for any more come back with fresh eyes and find their texts closed. */
async function after(deps: ChallengeDeps, seen: ChallengeRecord, next: ChallengeRecord): Promise<void> {
  await deps.audiences.look(next.id);
  await deps.challenges.announce(next.id);
  const still = new Set(await invitedTo(deps.people, next));
  for (const person of await invitedTo(deps.people, seen))
    if (!still.has(person)) deps.realtime.reconnectPerson(person);
}
