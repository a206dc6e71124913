/** A challenge as its reader sees it. */
import type { Challenge, PersonId, PersonRef, Phase, Visual } from '@butinerie/contracts';
import {
  deadlinesAfterExtension,
  hasRole,
  mayModerate,
  maySeeDraftChallenge,
  unmeasuredOf,
  visualShown,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { challengeActs } from './challenge-acts.ts';
import { isClosed, momentOf, timeBoxOf } from './challenge-times.ts';
import { leadsOf, moderatorsOf, type ChallengeDeps } from './deps.ts';
import { publishedIn, titleOf } from './published-in.ts';
import type { ChallengeRecord } from './index.ts';

export async function showChallenge(
  deps: ChallengeDeps,
  record: ChallengeRecord,
  by: Speaker,
): Promise<Challenge> {
  const now = deps.clock.now();
  const phase = deps.challenges.phase(record);
  const [sponsors, moderators, counts, unmeasured, leads] = await Promise.all([
    deps.people.holders('sponsor', { challenge: record.id }),
    moderatorsOf(deps.people, record.id),
    isClosed(record, now) ? countsOf(deps, record) : null,
    unmeasuredIn(deps, record, { by, phase }),
    // Asked for where it matters.
    phase === 'impact_review' ? leadsOf(deps.people, record.id) : [],
  ]);
  const { extension, audience, cancellation } = record;
  const directorates = audience.directorates === null ? null : await deps.people.directorates();
  const moderates = mayModerate(by, record.id);
  const outsiders = moderates ? audience.outsiders : [];
  const decided =
    extension === null
      ? []
      : [extension.askedBy, ...(extension.agreedBy === null ? [] : [extension.agreedBy])];
  const checks = maySeeDraftChallenge(by, record.id);
  const protection = checks ? record.protection : null;
  const said = protection === null ? [] : [protection.by];
  const asked = cancellation === null ? [] : [cancellation.askedBy];
  const archived = record.archived ?? null;
  const archivist = archived === null ? [] : [archived.by];
  const refs = await deps.people.refs([
    ...sponsors,
    ...moderators,
    ...decided,
    ...asked,
    ...archivist,
    ...said,
    ...outsiders,
  ]);
  const named = (people: readonly PersonId[]): PersonRef[] =>
    people.map((person) => refs.get(person)).filter((ref) => ref !== undefined);
  return {
    id: record.id,
    version: record.version,
    question: record.question,
    brief: record.brief,
    phase,
    opensAt: momentOf(record.opensAt),
    ideasUntil: momentOf(record.ideasUntil),
    closesAt: momentOf(record.closesAt),
    decisionDueAt: momentOf(record.decisionDueAt),
    selectionMode: record.selectionMode,
    audience: {
      directorates: directorates && directorates.filter(({ id }) => audience.directorates?.includes(id)),
      outsiders: named(outsiders),
    },
    themes: record.themes.map((theme) => ({
      ...theme,
      moderators: moderates ? named(theme.moderators.filter((person) => moderators.includes(person))) : [],
    })),
    fields: [...record.fields],
    labels: record.labels,
    visual: visualFor(record, by),
    protection: protection && {
      how: protection.how,
      by: refs.get(protection.by) ?? null,
      at: protection.at.toISOString(),
    },
    sponsors: named(sponsors),
    moderators: named(moderators),
    cancelled: record.cancelled && {
      at: record.cancelled.at.toISOString(),
      reason: record.cancelled.reason,
    },
    cancellation:
      cancellation !== null && (mayModerate(by, record.id) || hasRole(by, 'dgs'))
        ? { askedBy: refs.get(cancellation.askedBy) ?? null, reason: cancellation.reason }
        : null,
    paused: record.paused && {
      at: record.paused.at.toISOString(),
      until: record.paused.until.toISOString(),
      reason: record.paused.reason,
    },
    extension: extension && {
      days: extension.days,
      reason: extension.reason,
      askedBy: refs.get(extension.askedBy) ?? null,
      agreedBy: (extension.agreedBy && refs.get(extension.agreedBy)) ?? null,
      closesAt: momentOf(
        extension.agreedBy === null
          ? deadlinesAfterExtension(timeBoxOf(record), extension.days).closesAt
          : extension.closesAt,
      ),
    },
    archived: archived && {
      at: archived.at.toISOString(),
      by: refs.get(archived.by) ?? null,
      story: archived.story,
    },
    unmeasured,
    resultsPublishedAt: record.results.publishedAt?.toISOString() ?? null,
    acts: challengeActs(record, by, { phase, now, leads }),
    counts,
  };
}

/** What was taken out of sight is there for those who may put it back. */
export function visualFor({ id, visual }: ChallengeRecord, by: Speaker): Visual {
  return mayModerate(by, id) ? visual : visualShown(visual);
}

/** What its moderators still have to say, then what they said; an idea out of sight is not spoken of. */
async function unmeasuredIn(
  deps: ChallengeDeps,
  record: ChallengeRecord,
  { by, phase }: { by: Speaker; phase: Phase },
): Promise<Challenge['unmeasured']> {
  const archived = record.archived ?? null;
  const asked = phase === 'impact_review' && mayModerate(by, record.id);
  if (archived === null && !asked) return [];
  const published = await publishedIn(deps, record.id);
  if (archived === null)
    return unmeasuredOf(published).map((idea) => ({ idea: idea.id, title: titleOf(idea), reason: null }));
  const ideas = new Map(published.map((idea) => [idea.id, idea]));
  return archived.unmeasured.flatMap(({ idea: id, reason }) => {
    const idea = ideas.get(id);
    return idea === undefined ? [] : [{ idea: id, title: titleOf(idea), reason }];
  });
}

/** People: whoever is credited in an idea that was published, once each, whatever they did and however often. */
async function countsOf(
  deps: ChallengeDeps,
  record: ChallengeRecord,
): Promise<NonNullable<Challenge['counts']>> {
  const published = await publishedIn(deps, record.id);
  const credits = await deps.ledger.credits(published.map(({ id }) => id));
  const people = published.flatMap(({ id, originators, coauthors }) => [
    ...originators,
    ...coauthors,
    ...(credits.get(id)?.rebounders ?? []),
  ]);
  const selected = published.filter(
    ({ answer, answerPublishedAt }) => answerPublishedAt !== null && answer?.outcome === 'selected',
  );
  return { people: new Set(people).size, ideas: published.length, selected: selected.length };
}
