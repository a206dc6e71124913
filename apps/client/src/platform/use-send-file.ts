/** Sending one file at a time, with its progress and what it was refused for; whoever leaves takes it back. */
import type { ArgsOf, CodesOf, Failure, Route } from '@butinerie/contracts';
import { useEffect, useRef, useState } from 'react';
import type { CallResult, Offline } from './call.ts';
import { sendFile } from './send-file.ts';

export interface SendingFile<R extends Route> {
  /** In hundredths while it is under way, else null. */
  readonly percent: number | null;
  readonly failure: Failure<CodesOf<R>> | Offline | null;
  /** Null where nothing came of it: one is under way already, or she left meanwhile. */
  readonly send: (args: Omit<ArgsOf<R>, 'body'>, file: Blob) => Promise<CallResult<R> | null>;
}

export function useSendFile<R extends Route>(route: R): SendingFile<R> {
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure<CodesOf<R>> | Offline | null>(null);
  const taking = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    taking.current = controller;
    return () => controller.abort();
  }, []);
  return {
    percent: share === null ? null : Math.round(share * 100),
    failure,
    async send(args, file) {
      if (share !== null) return null;
      setShare(0);
      setFailure(null);
      const { signal } = taking.current;
      const result = await sendFile(route, args, file, { onProgress: setShare, signal });
      // What arrived all the same is there when the page is read again.
      if (signal.aborted) return null;
      setShare(null);
      if (!result.ok) setFailure(result.failure);
      return result;
    },
  };
}
