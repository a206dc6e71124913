/** How a challenge looks: its colour, and the picture, whose bytes are kept in the commit that names them. */
import type {
  Challenge,
  ChallengeId,
  changeBanner as changeContract,
  CodesOf,
  Failure,
  Result,
  SentFile,
  setBanner as bannerContract,
  setColour as colourContract,
} from '@butinerie/contracts';
import { MEDIA_TYPES, ok, refuse } from '@butinerie/contracts';
import * as decide from '@butinerie/domain';
import type { z } from 'zod';
import type { Speaker } from '../accounts/index.ts';
import { stateOf } from './challenge-times.ts';
import { commitSetting } from './commit-setting.ts';
import { loadChallenge, type ChallengeDeps } from './deps.ts';
import { visualFor } from './show-challenge.ts';

type Answer<R extends typeof colourContract | typeof bannerContract | typeof changeContract> = Result<
  Challenge,
  Failure<CodesOf<R>>
>;

export const setColour =
  (deps: ChallengeDeps) =>
  async (
    id: ChallengeId,
    body: z.infer<(typeof colourContract)['body']>,
    by: Speaker,
  ): Promise<Answer<typeof colourContract>> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const seen = loaded.value;
    const command = { known: seen.visual, ...body };
    const decided = decide.setColour(stateOf(seen), command, { by, now: deps.clock.now() });
    return decided.ok ? commitSetting(deps, { seen, patch: { visual: decided.value }, by }) : decided;
  };

type Sent = z.infer<(typeof bannerContract)['query']> & { readonly bytes: Uint8Array };

export const setBanner =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, { bytes, ...said }: Sent, by: Speaker): Promise<Answer<typeof bannerContract>> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const seen = loaded.value;
    const asked = { by, now: deps.clock.now() };
    // Whoever may not, or read it too long ago, is told so before her file is taken apart.
    const prepared = decide.checkPreparing(stateOf(seen), said.version, asked);
    if (!prepared.ok) return prepared;
    const slowDown = await deps.files.limit(by.person);
    if (slowDown) return { ok: false, failure: slowDown };
    const cleaned = decide.cleanFile(bytes);
    if (!cleaned.ok) return cleaned;
    const kept = { cleaned: cleaned.value, file: deps.files.nameOf(cleaned.value.bytes) };
    const alt = wellFormed(said.alt);
    const decided = decide.setBanner(stateOf(seen), { known: seen.visual, ...said, alt }, kept, asked);
    if (!decided.ok) return decided;
    const also = (tx: Parameters<typeof deps.files.keep>[0]): Promise<void> =>
      deps.files.keep(tx, kept.cleaned.bytes, asked.now);
    return commitSetting(deps, { seen, patch: { visual: decided.value }, by, also });
  };

export const changeBanner =
  (deps: ChallengeDeps) =>
  async (
    id: ChallengeId,
    body: z.infer<(typeof changeContract)['body']>,
    by: Speaker,
  ): Promise<Answer<typeof changeContract>> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const seen = loaded.value;
    const command = { known: seen.visual, ...body, alt: wellFormed(body.alt) };
    const decided = decide.changeBanner(stateOf(seen), command, { by, now: deps.clock.now() });
    return decided.ok ? commitSetting(deps, { seen, patch: { visual: decided.value }, by }) : decided;
  };

/** To whom sees the challenge; one out of sight to those who may put it back. */
export const readBanner =
  (deps: ChallengeDeps) =>
  async (id: ChallengeId, file: string, by: Speaker): Promise<Result<SentFile, Failure<'not-found'>>> => {
    const loaded = await loadChallenge(deps, id, by);
    if (!loaded.ok) return loaded;
    const { banner } = visualFor(loaded.value, by);
    if (banner?.file !== file) return refuse('not-found', { what: 'banner' });
    const bytes = await deps.files.read(file);
    const name = `image.${banner.type}`;
    return ok({ bytes, mediaType: MEDIA_TYPES[banner.type], name, inline: true, lasting: true });
  };

const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');
