/** Keeping the settings of a challenge under a name, and beginning others with them: never people, dates or their words. */
import {
  ok,
  refuse,
  type ChallengeId,
  type Failure,
  type FormatTimes,
  type Result,
  type TimeBox,
} from '@butinerie/contracts';
import { checkVersion } from '../accounts/asked.ts';
import { mayDraftChallenges, mayModerate, type Speaker } from '../accounts/policy.ts';
import { anew, NEW_ASKS, type Beginning, type ChallengeAsks } from '../challenges/begin-like.ts';
import { daysBetween } from '../time/calendar.ts';

export interface FormatKept {
  readonly times: FormatTimes;
  readonly asks: ChallengeAsks;
}

const splitAt = (local: string): { readonly day: string; readonly time: string } => {
  const [day = '', time = ''] = local.split('T');
  return { day, time };
};

export function timesOf({ opensAt, ideasUntil, closesAt, decisionDueAt }: TimeBox): FormatTimes {
  const from = splitAt(opensAt.local).day;
  const after = ({ local }: { readonly local: string }) => {
    const { day, time } = splitAt(local);
    return { days: daysBetween(from, day), time };
  };
  return {
    opensAt: after(opensAt),
    ideasUntil: after(ideasUntil),
    closesAt: after(closesAt),
    decisionDueAt: after(decisionDueAt),
  };
}

/** By whoever moderates the challenge it is made of. */
export function keepFormat(
  source: (ChallengeAsks & TimeBox & { readonly id: ChallengeId }) | null,
  { by, newThemeId, newFieldId }: Omit<Beginning, 'moderators'>,
): Result<FormatKept, Failure<'not-found'>> {
  if (source === null || !mayModerate(by, source.id)) return refuse('not-found', { what: 'challenge' });
  return ok({ times: timesOf(source), asks: anew(source, { newThemeId, newFieldId, moderators: [] }) });
}

/** A challenge begun with it; settings that came into being since it was kept are the product's. */
export function beginWith(
  kept: FormatKept | null,
  { by, newThemeId, newFieldId }: Omit<Beginning, 'moderators'>,
): Result<ChallengeAsks, Failure<'not-found'>> {
  if (kept === null || !mayDraftChallenges(by)) return refuse('not-found', { what: 'format' });
  return ok(anew({ ...NEW_ASKS, ...kept.asks }, { newThemeId, newFieldId, moderators: [] }));
}

export interface FormatState {
  readonly name: string;
  readonly version: number;
  /** On the list. */
  readonly offered: boolean;
}

const plain = (name: string): string => name.trim().toLocaleLowerCase('fr');

/** `others`: the formats on the list besides this one. */
export function checkFormatName(
  name: string,
  others: readonly Pick<FormatState, 'name'>[],
): Result<true, Failure<'name-taken'>> {
  const other = others.find((each) => plain(each.name) === plain(name));
  return other === undefined ? ok(true) : refuse('name-taken', { name: other.name });
}

/** Formats are the house's: whoever may begin a challenge renames them and takes them off the list. */
export function changeFormat(
  format: FormatState,
  wanted: Partial<Omit<FormatState, 'version'>> & { readonly version: number },
  { by, others }: { readonly by: Speaker; readonly others: readonly Pick<FormatState, 'name'>[] },
): Result<FormatState, Failure<'not-allowed' | 'stale-version' | 'name-taken'>> {
  if (!mayDraftChallenges(by)) return refuse('not-allowed', { act: 'renameFormat', why: 'not-a-moderator' });
  const version = checkVersion(format.version, wanted.version);
  if (!version.ok) return version;
  const next = { ...format, ...wanted, version: version.value + 1 };
  const named = next.offered ? checkFormatName(next.name, others) : ok(true);
  return named.ok ? ok(next) : named;
}
