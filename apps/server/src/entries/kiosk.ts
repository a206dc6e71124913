/** A shared device for a challenge: opened by a moderator for some hours, known by a token in its address. */
import type {
  AnswerOf,
  ChallengeId,
  CodesOf,
  Failure,
  findKiosk as find,
  Kiosk,
  openKiosk as open,
  readKiosk as read,
  Result,
} from '@butinerie/contracts';
import { KIOSK_HOURS, ok, refuse } from '@butinerie/contracts';
import { checkPhase, mayModerate } from '@butinerie/domain';
import QRCode from 'qrcode';
import type { Speaker } from '../accounts/index.ts';
import { hashToken, newToken } from '../platform/tokens.ts';
import { facilitating, type EntryDeps, type Facilitator } from './deps.ts';
import type { KioskRecord } from './entries.store.ts';

type Opened = Result<Kiosk, Failure<CodesOf<typeof open>>>;
type Shown = Result<AnswerOf<typeof read>, Failure<CodesOf<typeof read>>>;

export const openKiosk =
  (deps: EntryDeps) =>
  async (id: ChallengeId, by: Speaker): Promise<Opened> => {
    const facilitated = await facilitating(deps, id, by);
    if (!facilitated.ok) return facilitated;
    if (!mayModerate(by, id)) return refuse('not-allowed', { act: 'openKiosk', why: 'not-a-moderator' });
    const { phase, now } = facilitated.value.asked;
    const allowed = checkPhase(phase, 'publishIdea');
    if (!allowed.ok) return allowed;
    const token = newToken();
    const until = new Date(now.getTime() + KIOSK_HOURS * 3_600_000);
    const kiosk = { _id: hashToken(token), challenge: id, openedBy: by.person, until, shutAt: null };
    await deps.database.transaction((tx) => deps.store.replaceKiosks(tx, id, now, kiosk));
    const url = new URL('/borne', deps.publicUrl);
    url.hash = token;
    const qr = await QRCode.toString(url.href, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
    return ok({ url: url.href, qr, until: until.toISOString() });
  };

type Found = Result<AnswerOf<typeof find>, Failure<CodesOf<typeof find>>>;

export const findKiosk =
  (deps: EntryDeps) =>
  async (id: ChallengeId, by: Speaker): Promise<Found> => {
    if (!mayModerate(by, id)) return refuse('not-allowed', { act: 'findKiosk', why: 'not-a-moderator' });
    const now = deps.clock.now();
    const open = (await deps.store.openKiosks(id)).find(({ until }) => until > now);
    if (open === undefined) return ok({ kiosk: null });
    const openedBy = (await deps.people.refs([open.openedBy])).get(open.openedBy) ?? null;
    return ok({ kiosk: { until: open.until.toISOString(), openedBy } });
  };

export const shutKiosk =
  (deps: EntryDeps) =>
  async (id: ChallengeId, by: Speaker): Promise<Result<{ shut: true }, Failure<'not-allowed'>>> => {
    if (!mayModerate(by, id)) return refuse('not-allowed', { act: 'shutKiosk', why: 'not-a-moderator' });
    await deps.database.transaction((tx) => deps.store.replaceKiosks(tx, id, deps.clock.now(), null));
    return ok({ shut: true });
  };

/** Open as long as its hours, and as whoever opened it moderates. */
export async function kioskOf(
  deps: EntryDeps,
  token: string,
): Promise<Result<{ kiosk: KioskRecord; by: Facilitator }, Failure<'link-unknown'>>> {
  const kiosk = await deps.store.kiosk(hashToken(token));
  if (kiosk === null) return refuse('link-unknown', { reason: 'unknown' });
  if (kiosk.shutAt !== null) return refuse('link-unknown', { reason: 'revoked' });
  if (kiosk.until <= deps.clock.now()) return refuse('link-unknown', { reason: 'expired' });
  const [by] = await deps.people.speakers([kiosk.openedBy]);
  return by === undefined ? refuse('link-unknown', { reason: 'unknown' }) : ok({ kiosk, by });
}

export const readKiosk =
  (deps: EntryDeps) =>
  async ({ token }: { token: string }): Promise<Shown> => {
    const opened = await kioskOf(deps, token);
    if (!opened.ok) return opened;
    const { kiosk } = opened.value;
    const challenge = await deps.challenges.record(kiosk.challenge);
    if (challenge === null) return refuse('link-unknown', { reason: 'unknown' });
    const directorates = (await deps.people.directorates()).map(({ name }) => name);
    const { question, themes, fields, labels } = challenge;
    return ok({
      question,
      until: kiosk.until.toISOString(),
      directorates,
      themes: themes.map(({ id, fr, en, retired }) => ({ id, fr, en, retired })),
      fields: [...fields],
      labels,
    });
  };
