/**
 * Reads and acts for screens, over the typed caller and one cache. A read is loading, refused or ready; a refusal after
 * a first success leaves what was read on the screen and says that it is stale.
 */
import type { AnswerOf, ArgsOf, Failure, Given, Route } from '@butinerie/contracts';
import { QueryClient, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type CallFailure, type CallResult, type Offline } from './call.ts';
import { keptAnswers } from './kept-answers.ts';

/** Carries a refusal through the cache, which knows only exceptions. */
class Refused extends Error {
  readonly failure: { readonly code: string };
  constructor(failure: { readonly code: string }) {
    super(failure.code);
    this.failure = failure;
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'always',
      retry: (times, error) => times < 1 && error instanceof Refused && error.failure.code === 'offline',
      retryDelay: 1_000,
    },
  },
});

const keyOf = (route: Route, args?: unknown): readonly unknown[] =>
  args === undefined ? [route.name] : [route.name, args];

/** Reads it again wherever it is on a screen: the route with these arguments, or with any. */
export function refresh<R extends Route>(route: R, args?: ArgsOf<R>): void {
  void queryClient.invalidateQueries({ queryKey: keyOf(route, args) });
}
/** Puts what an act or a news brought into the cache. */
export function remember<R extends Route>(route: R, args: ArgsOf<R>, value: AnswerOf<R>): void {
  queryClient.setQueryData(keyOf(route, args), value);
}
/** Changes what is in the cache, where it is. */
export function revise<R extends Route>(
  route: R,
  args: ArgsOf<R>,
  change: (value: AnswerOf<R>) => AnswerOf<R>,
): void {
  queryClient.setQueryData<AnswerOf<R>>(keyOf(route, args), (value) =>
    value === undefined ? undefined : change(value),
  );
}

/** What this device had of it goes on the screen, where nothing newer is: the failure that follows says that it is stale. */
async function recall<R extends Route>(route: R, args: ArgsOf<R>): Promise<void> {
  const isThere = (): boolean => queryClient.getQueryData(keyOf(route, args)) !== undefined;
  const kept = isThere() ? null : await keptAnswers.last(route, args);
  if (kept !== null && !isThere()) remember(route, args, kept);
}

export type Read<R extends Route> =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly failure: Failure | Offline; readonly retry: () => void }
  | { readonly state: 'ready'; readonly value: AnswerOf<R>; readonly stale: boolean };

export interface ReadOptions {
  /** False: not yet, for want of an argument or of a right. */
  readonly when?: boolean;
}

export function useRead<R extends Route>(
  route: R,
  args: ArgsOf<R>,
  { when = true }: ReadOptions = {},
): Read<R> {
  const query = useQuery<AnswerOf<R>, Error>({
    queryKey: keyOf(route, args),
    enabled: when,
    queryFn: async () => {
      const asked = keptAnswers.whose();
      const result = await call(route, ...([args] as Given<R>));
      if (result.ok) {
        void keptAnswers.keep(route, args, { value: result.value, asked });
        return result.value;
      }
      if (result.failure.code === 'offline') await recall(route, args);
      throw new Refused(result.failure);
    },
  });
  if (query.data !== undefined) return { state: 'ready', value: query.data, stale: query.isError };
  if (query.error instanceof Refused)
    // Only this route's own call throws it.
    return {
      state: 'refused',
      failure: query.error.failure as Failure | Offline,
      retry: () => void query.refetch(),
    };
  if (query.error) throw query.error;
  return { state: 'loading' };
}

export interface Act<R extends Route> {
  readonly run: (...given: Given<R>) => Promise<CallResult<R>>;
  readonly pending: boolean;
  readonly failure: CallFailure<R> | null;
  readonly clear: () => void;
}
/** A command with its state. A second press while the first is under way joins it. */
export function useAct<R extends Route>(
  route: R,
  { refreshes = [] }: { readonly refreshes?: readonly Route[] } = {},
): Act<R> {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<CallFailure<R> | null>(null);
  const underWay = useRef<Promise<CallResult<R>> | null>(null);
  const reads = useRef(refreshes);
  useEffect(() => {
    reads.current = refreshes;
  });

  const run = useCallback(
    (...given: Given<R>): Promise<CallResult<R>> => {
      if (underWay.current) return underWay.current;
      const act = async (): Promise<CallResult<R>> => {
        setPending(true);
        setFailure(null);
        try {
          const result = await call(route, ...given);
          if (result.ok) for (const read of reads.current) refresh(read);
          else setFailure(result.failure);
          return result;
        } finally {
          underWay.current = null;
          setPending(false);
        }
      };
      underWay.current = act();
      return underWay.current;
    },
    [route],
  );
  const clear = useCallback(() => setFailure(null), []);
  return { run, pending, failure, clear };
}
