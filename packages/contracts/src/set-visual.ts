/** Saying how a challenge looks, and reading its picture. */
import * as z from 'zod';
import { challenge } from './challenges.ts';
import { bytes, FILE, route, sentFile } from './define.ts';
import { challengeId } from './ids.ts';
import { BANNER_ALT_LIMIT, BANNER_LIMIT, colour } from './visual.ts';

const params = z.strictObject({ challenge: challengeId });
/** One or the other: a sentence for who does not see it, or that it only decorates. */
const said = {
  alt: z.string().trim().max(BANNER_ALT_LIMIT),
  decorative: z.enum(['yes', 'no']),
};

export const setColour = route({
  name: 'setColour',
  method: 'PUT',
  path: '/api/challenges/:challenge/colour',
  params,
  body: z.strictObject({ colour: colour.nullable(), version: z.number().int() }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version'],
});

/** The one before it is replaced once this one is kept whole. */
export const setBanner = route({
  name: 'setBanner',
  method: 'PUT',
  path: '/api/challenges/:challenge/banner',
  params,
  query: z.strictObject({ ...said, version: z.coerce.number().int() }),
  body: bytes,
  consumes: FILE,
  answer: challenge,
  failures: ['challenge-phase', 'stale-version', 'file-type', 'file-damaged'],
  limit: BANNER_LIMIT,
});

/** Described anew, taken out of sight or put back. */
export const changeBanner = route({
  name: 'changeBanner',
  method: 'PATCH',
  path: '/api/challenges/:challenge/banner',
  params,
  body: z.strictObject({ ...said, shown: z.boolean(), version: z.number().int() }),
  answer: challenge,
  failures: ['challenge-phase', 'stale-version'],
});

export const readBanner = route({
  name: 'readBanner',
  method: 'GET',
  path: '/api/challenges/:challenge/banner',
  params,
  query: z.strictObject({ file: z.string().regex(/^[0-9a-f]{64}$/) }),
  answer: sentFile,
  produces: FILE,
});
