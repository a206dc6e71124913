/** One hold on an idea's text for the page: opened when it is shown, another one when the person begins to write. */
import type { IdeaId, PersonId } from '@butinerie/contracts';
import {
  holdsWords,
  IdeaSession,
  type DeviceHold,
  type SessionStatus,
} from '@butinerie/collaboration/client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { serverNow } from '../platform/clock.ts';
import { openDevice } from './device.ts';
import {
  forgetRecovered,
  keepRecovered,
  recoveredDrafts,
  type RecoveredDraft,
} from '../platform/recovered-drafts.ts';
import { socketTransport } from './transport.ts';

export interface OpenText {
  readonly session: IdeaSession;
  /** Whether this hold may become one that writes. */
  readonly write: boolean;
  /** Whether it brought words that an earlier page had left on the device. */
  readonly carries: boolean;
  readonly status: SessionStatus;
  readonly present: number;
  /** When the server kept words apart, because they came after closing. */
  readonly lateAt: string | null;
  readonly recovered: readonly RecoveredDraft[];
  readonly forget: (draft: RecoveredDraft) => void;
}

interface Wanted {
  readonly idea: IdeaId;
  readonly person: PersonId;
  readonly write: boolean;
}

/** A right just given reaches the door of the texts within a second; after this many tries the person reads. */
const TRIES = 5;
const TRY_AGAIN = 1_200;

interface Opened {
  readonly session: IdeaSession;
  readonly write: boolean;
  readonly carries: boolean;
  subscribe: (fn: () => void) => () => void;
  snapshot: () => SessionStatus;
  close: () => void;
}

interface Callbacks {
  readonly present: (count: number) => void;
  readonly mayWrite: (may: boolean) => void;
  readonly late: (at: string) => void;
  readonly recovered: (draft: RecoveredDraft) => void;
}

function openText({ idea, person, write }: Wanted, device: DeviceHold, told: Callbacks): Opened {
  const carries = holdsWords(device.left);
  const session = new IdeaSession({
    transport: socketTransport(idea, told),
    // Whoever comes back only to read still sends what she had written.
    write: write || carries,
    device,
    onRecovered: (draft) => {
      const kept = { ...draft, at: serverNow() };
      keepRecovered(person, idea, kept);
      told.recovered(kept);
      // A reader is shown the text as it is; a writer says herself when she goes on from there.
      if (!write) queueMicrotask(() => session.restart());
    },
    now: () => new Date(serverNow()),
  });
  let status = session.status;
  const watchers = new Set<() => void>();
  session.subscribe((next) => {
    status = next;
    for (const watcher of watchers) watcher();
  });
  return {
    session,
    write,
    carries,
    subscribe(fn) {
      watchers.add(fn);
      return () => watchers.delete(fn);
    },
    snapshot: () => status,
    close: () => void session.destroy(),
  };
}

const nothing = (): (() => void) => () => undefined;

export function useIdeaSession({ idea, person, write }: Wanted): OpenText | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [present, setPresent] = useState(0);
  const [lateAt, setLateAt] = useState<string | null>(null);
  const [recovered, setRecovered] = useState(() => recoveredDrafts(person, idea));
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current: Opened | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const told: Callbacks = {
      present: setPresent,
      late: setLateAt,
      recovered: (draft) => setRecovered((before) => [draft, ...before]),
      mayWrite: (may) => {
        if (may || !write || attempt >= TRIES || current?.session.status.state === 'sealed') return;
        timer = setTimeout(() => setAttempt((before) => before + 1), TRY_AGAIN);
      },
    };
    const open = (device: DeviceHold): void => {
      current = openText({ idea, person, write }, device, told);
      if (gone) return close();
      setOpened(current);
    };
    const close = (): void => {
      current?.close();
      current = null;
    };
    // A page put aside by the browser leaves its words to the next; brought forward again, it begins anew.
    const hidden = (): void => {
      close();
      setOpened(null);
    };
    const shown = (event: PageTransitionEvent): void => {
      if (event.persisted) setAttempt((before) => before + 1);
    };
    void openDevice(person, idea, write).then(open);
    addEventListener('pagehide', hidden);
    addEventListener('pageshow', shown);
    return () => {
      gone = true;
      clearTimeout(timer);
      removeEventListener('pagehide', hidden);
      removeEventListener('pageshow', shown);
      close();
    };
  }, [idea, person, write, attempt]);

  const status = useSyncExternalStore(opened?.subscribe ?? nothing, () => opened?.snapshot() ?? null);
  if (opened === null || status === null) return null;
  return {
    session: opened.session,
    write: opened.write,
    carries: opened.carries,
    status,
    present,
    lateAt,
    recovered,
    forget: (draft) => {
      forgetRecovered(person, idea, draft);
      setRecovered((before) => before.filter(({ at }) => at !== draft.at));
    },
  };
}
