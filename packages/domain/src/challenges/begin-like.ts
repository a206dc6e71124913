/** A challenge begun like another: what it asks and whom it asks, never what people wrote or did in it. */
import {
  NO_LABELS,
  NO_VISUAL,
  ok,
  refuse,
  type ChallengeId,
  type Failure,
  type FieldId,
  type FormField,
  type Labels,
  type PersonId,
  type Result,
  type ThemeId,
  type Visual,
} from '@butinerie/contracts';
import { mayModerate, type Speaker } from '../accounts/policy.ts';
import { ALL_AGENTS, type Audience } from './audience.ts';
import type { ThemeSet } from './set-asks.ts';
import { visualShown } from './set-visual.ts';

export interface ChallengeAsks {
  readonly audience: Audience;
  readonly themes: readonly ThemeSet[];
  readonly fields: readonly FormField[];
  readonly labels: Labels;
  readonly visual: Visual;
  readonly selectionMode: 'moderators' | 'jury';
}
export const NEW_ASKS: ChallengeAsks = {
  audience: ALL_AGENTS,
  themes: [],
  fields: [],
  labels: NO_LABELS,
  visual: NO_VISUAL,
  selectionMode: 'moderators',
};

export interface Beginning {
  readonly by: Speaker;
  /** Who moderates the new one: a theme goes to nobody else. */
  readonly moderators: readonly PersonId[];
  readonly newThemeId: () => ThemeId;
  readonly newFieldId: () => FieldId;
}

/** The same settings for another challenge: under new names, without what is retired and who is no moderator there. */
export function anew(
  source: ChallengeAsks,
  { moderators, newThemeId, newFieldId }: Omit<Beginning, 'by'>,
): ChallengeAsks {
  const themes = source.themes
    .filter(({ retired }) => !retired)
    .map((theme) => ({
      ...theme,
      id: newThemeId(),
      moderators: theme.moderators.filter((person) => moderators.includes(person)),
    }));
  const fields = source.fields
    .filter(({ retired }) => !retired)
    .map((field) => ({ ...field, id: newFieldId() }));
  // People invited by name were invited to that one.
  const audience = { directorates: source.audience.directorates, outsiders: [] };
  const { labels, visual, selectionMode } = source;
  return { audience, themes, fields, labels, visual: visualShown(visual), selectionMode };
}

export function beginLike(
  source: (ChallengeAsks & { readonly id: ChallengeId }) | null,
  { by, ...beginning }: Beginning,
): Result<ChallengeAsks, Failure<'not-found'>> {
  // Whoever does not prepare it does not learn what it asks.
  if (source === null || !mayModerate(by, source.id)) return refuse('not-found', { what: 'challenge' });
  return ok(anew(source, beginning));
}
