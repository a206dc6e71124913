/** Saying what a challenge asks: its themes with who receives them, and its questions. Nothing that was answered is lost. */
import {
  ok,
  refuse,
  type Failure,
  type FormField,
  type PersonId,
  type Result,
  type ThemeId,
} from '@butinerie/contracts';
import type { Asked } from '../accounts/asked.ts';
import type { ChallengeState } from './challenge-state.ts';
import { checkPreparing, type Preparing } from './prepare-challenge.ts';

export interface ThemeSet {
  readonly id: ThemeId;
  readonly fr: string;
  readonly en: string;
  readonly retired: boolean;
  /** Whose queue its ideas come to first. */
  readonly moderators: readonly PersonId[];
}

interface Listed {
  readonly id: string;
  readonly fr: string;
  readonly retired: boolean;
}

/** Each once, no two offered under one name; what is left out stays, retired. */
function wholeList<T extends Listed>(
  wanted: readonly T[],
  known: readonly T[],
): Result<T[], Failure<'invalid-input'>> {
  const twice = (keys: readonly string[]): boolean => new Set(keys).size < keys.length;
  const offered = wanted.filter(({ retired }) => !retired).map(({ fr }) => fr.trim().toLocaleLowerCase('fr'));
  if (twice(wanted.map(({ id }) => id)) || twice(offered))
    return refuse('invalid-input', { issues: [{ path: 'list', message: 'each id and each name once' }] });
  const left = known.filter(({ id }) => !wanted.some((each) => each.id === id));
  return ok([...wanted, ...left.map((each) => ({ ...each, retired: true }))]);
}

interface Command<T> {
  readonly wanted: readonly T[];
  readonly known: readonly T[];
  readonly version: number;
}

/** `moderators`: who runs the challenge now; an idea is sent to nobody else. */
export function setThemes(
  challenge: ChallengeState,
  { wanted, known, version, moderators }: Command<ThemeSet> & { readonly moderators: readonly PersonId[] },
  asked: Asked,
): Result<{ themes: ThemeSet[]; version: number }, Failure<Preparing | 'invalid-input' | 'not-found'>> {
  const prepared = checkPreparing(challenge, version, asked);
  if (!prepared.ok) return prepared;
  const strangers = wanted.flatMap((theme) =>
    theme.moderators.filter((person) => !moderators.includes(person)),
  );
  if (strangers.length > 0) return refuse('not-found', { what: 'moderator' });
  const themes = wholeList(wanted, known);
  return themes.ok ? ok({ themes: themes.value, version: prepared.value }) : themes;
}

export function setFields(
  challenge: ChallengeState,
  { wanted, known, version }: Command<FormField>,
  asked: Asked,
): Result<{ fields: FormField[]; version: number }, Failure<Preparing | 'invalid-input'>> {
  const prepared = checkPreparing(challenge, version, asked);
  if (!prepared.ok) return prepared;
  for (const [at, { id, kind, options }] of wanted.entries()) {
    const chosen = kind === 'one' || kind === 'several';
    const names = options.map(({ fr }) => fr);
    const changed = known.some((field) => field.id === id && field.kind !== kind);
    if (chosen !== options.length > 0 || new Set(names).size < names.length || changed)
      return refuse('invalid-input', {
        issues: [
          { path: `fields.${at}`, message: 'a choice has options, each once; a question keeps its kind' },
        ],
      });
  }
  const fields = wholeList(wanted, known);
  return fields.ok ? ok({ fields: fields.value, version: prepared.value }) : fields;
}

/** How long an idea waits for those its theme sends it to before everybody's queue shows it. */
export const ROUTED_WORKING_DAYS = 1;

export type Routed = 'you' | 'others' | 'all';

/** `receivers`: those of the theme who still moderate. Whoever leaves takes no idea with her. */
export function routedTo(
  reader: PersonId,
  {
    receivers,
    waitedLongEnough,
  }: { readonly receivers: readonly PersonId[]; readonly waitedLongEnough: boolean },
): Routed {
  if (receivers.includes(reader)) return 'you';
  return receivers.length === 0 || waitedLongEnough ? 'all' : 'others';
}
