/** Reads of challenges, and the hour each of them is at. */
import {
  agreeToExtension,
  listChallenges,
  readChallenge,
  type Challenge,
  type ChallengeId,
} from '@butinerie/contracts';
import { useEffect } from 'react';
import { serverNow, useNow } from '../platform/clock.ts';
import { refresh, useAct, useRead } from '../platform/query.ts';
import { boundariesOf, nextCount, phaseNow } from './phase-now.ts';

export const useChallenges = () => useRead(listChallenges, {});
export const useChallenge = (challenge: ChallengeId, when = true) =>
  useRead(readChallenge, { params: { challenge } }, { when });

export const useAgreeToExtension = () =>
  useAct(agreeToExtension, { refreshes: [readChallenge, listChallenges] });

interface AtThisMoment<C> {
  readonly challenge: C;
  readonly now: number;
}

/** The challenge as of this very moment: its phase moves when the clock passes a boundary, without being asked. */
export function useChallengeNow(challenge: Challenge): AtThisMoment<Challenge>;
export function useChallengeNow(challenge: Challenge | null): AtThisMoment<Challenge | null>;
export function useChallengeNow(challenge: Challenge | null): AtThisMoment<Challenge | null> {
  const boundaries = challenge ? boundariesOf(challenge) : [];
  const counts = boundaries.map((boundary) => nextCount(boundary, serverNow()));
  const now = useNow(...boundaries, ...counts);
  const id = challenge?.id ?? null;
  const phase = challenge ? phaseNow(challenge, now) : null;
  const resumes = challenge?.paused ? now >= Date.parse(challenge.paused.until) : false;
  const passed = resumes || (phase !== null && phase !== challenge?.phase);
  useEffect(() => {
    if (!passed || id === null) return;
    // What the reader may do, and counters that show only after closing, are the server's to say.
    refresh(readChallenge, { params: { challenge: id } });
    refresh(listChallenges);
  }, [passed, phase, id]);
  return { challenge: challenge && phase && passed ? { ...challenge, phase } : challenge, now };
}
