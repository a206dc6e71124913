/** What a challenge asks of its ideas: themes, questions and what its fields are called, changed at any time and never against what was answered. */
import type {
  Challenge,
  ChallengeId,
  CodesOf,
  Failure,
  Result,
  setFields as fieldsContract,
  setLabels as labelsContract,
  setThemes as themesContract,
} from '@butinerie/contracts';
import * as decide from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { stateOf } from './challenge-times.ts';
import { commitSetting } from './commit-setting.ts';
import { loadChallenge, moderatorsOf, type ChallengeDeps } from './deps.ts';

type Answer = Result<Challenge, Failure<CodesOf<typeof themesContract>>>;

export const setThemes =
  (deps: ChallengeDeps) =>
  async (
    id: ChallengeId,
    { themes: wanted, version }: z.infer<(typeof themesContract)['body']>,
    by: Speaker,
  ): Promise<Answer> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const seen = loaded.value;
    // Who left since goes out of the list by itself.
    const moderators = await moderatorsOf(deps.people, id);
    const command = { wanted, known: seen.themes, version, moderators };
    const decided = decide.setThemes(stateOf(seen), command, { by, now: deps.clock.now() });
    return decided.ok ? commitSetting(deps, { seen, patch: { themes: decided.value.themes }, by }) : decided;
  };

export const setFields =
  (deps: ChallengeDeps) =>
  async (
    id: ChallengeId,
    { fields: wanted, version }: z.infer<(typeof fieldsContract)['body']>,
    by: Speaker,
  ): Promise<Answer> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const seen = loaded.value;
    const command = { wanted, known: seen.fields, version };
    const decided = decide.setFields(stateOf(seen), command, { by, now: deps.clock.now() });
    return decided.ok ? commitSetting(deps, { seen, patch: { fields: decided.value.fields }, by }) : decided;
  };

export const setLabels =
  (deps: ChallengeDeps) =>
  async (
    id: ChallengeId,
    { labels: wanted, version }: z.infer<(typeof labelsContract)['body']>,
    by: Speaker,
  ): Promise<Answer> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const seen = loaded.value;
    const decided = decide.setLabels(stateOf(seen), { wanted, version }, { by, now: deps.clock.now() });
    return decided.ok ? commitSetting(deps, { seen, patch: { labels: decided.value.labels }, by }) : decided;
  };
