/** One hold on an idea's text for the page: opened when it is shown, another one when the person begins to write. */
import type { IdeaId, PersonId, Presence } from '@butinerie/contracts';
import { IdeaSession, type SessionStatus } from '@butinerie/collaboration/client';
import { readDocument } from '@butinerie/collaboration/document';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { serverNow } from '../platform/clock.ts';
import { giveBackClientIds, takeClientId } from './client-ids.ts';
import { forgetRecovered, keepRecovered, recoveredDraft, type RecoveredDraft } from './recovered-drafts.ts';
import { socketTransport } from './transport.ts';

export interface OpenText {
  readonly session: IdeaSession;
  /** Whether this hold may become one that writes. */
  readonly write: boolean;
  /** Whether the text came once: a session that loses its connection still shows what it has. */
  readonly filled: boolean;
  readonly status: SessionStatus;
  readonly people: readonly Presence[];
  /** When the server kept words apart, because they came after closing. */
  readonly lateAt: string | null;
  readonly recovered: RecoveredDraft | null;
  readonly forget: () => void;
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
  subscribe: (fn: () => void) => () => void;
  snapshot: () => SessionStatus;
  filled: () => boolean;
  close: () => void;
}

interface Callbacks {
  readonly people: (people: readonly Presence[]) => void;
  readonly mayWrite: (may: boolean) => void;
  readonly late: (at: string) => void;
  readonly recovered: (draft: RecoveredDraft) => void;
}

function openText({ idea, person, write }: Wanted, spare: number | null, told: Callbacks): Opened {
  let unused: readonly number[] = [];
  const recover = (draft: { title: string; text: string }): void => {
    const kept = { ...draft, at: serverNow() };
    keepRecovered(person, idea, kept);
    told.recovered(kept);
  };
  const session = new IdeaSession({
    transport: socketTransport(idea, told),
    write,
    spareIds: spare === null ? [] : [spare],
    onSpareIds: (ids) => {
      unused = ids;
    },
    onRecovered: recover,
    now: () => new Date(serverNow()),
  });
  let status = session.status;
  let filled = false;
  const watchers = new Set<() => void>();
  session.subscribe((next) => {
    status = next;
    filled ||= next.state === 'live' || next.state === 'sealed';
    for (const watcher of watchers) watcher();
  });
  return {
    session,
    write,
    subscribe(fn) {
      watchers.add(fn);
      return () => watchers.delete(fn);
    },
    snapshot: () => status,
    filled: () => filled,
    close() {
      // Typed and not acknowledged: what follows may still carry it, but nobody will hear whether it did.
      if (write && session.status.unsent > 0) recover(readDocument(session.doc));
      session.destroy();
      giveBackClientIds(person, idea, unused);
    },
  };
}

const nothing = (): (() => void) => () => undefined;

export function useIdeaSession({ idea, person, write }: Wanted): OpenText | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [people, setPeople] = useState<readonly Presence[]>([]);
  const [lateAt, setLateAt] = useState<string | null>(null);
  const [recovered, setRecovered] = useState(() => recoveredDraft(person, idea));
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current: Opened | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const told: Callbacks = {
      people: setPeople,
      late: setLateAt,
      recovered: setRecovered,
      mayWrite: (may) => {
        if (may || !write || attempt >= TRIES || current?.session.status.state === 'sealed') return;
        timer = setTimeout(() => setAttempt((before) => before + 1), TRY_AGAIN);
      },
    };
    const open = (spare: number | null): void => {
      if (gone) return giveBackClientIds(person, idea, spare === null ? [] : [spare]);
      current = openText({ idea, person, write }, spare, told);
      setOpened(current);
    };
    const close = (): void => {
      current?.close();
      current = null;
    };
    // A page put aside by the browser gives its ids back; brought forward again, it begins with another.
    const hidden = (): void => {
      close();
      setOpened(null);
    };
    const shown = (event: PageTransitionEvent): void => {
      if (event.persisted) setAttempt((before) => before + 1);
    };
    if (write) void takeClientId(person, idea).then(open);
    else open(null);
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
    filled: opened.filled(),
    status,
    people,
    lateAt,
    recovered,
    forget: () => {
      forgetRecovered(person, idea);
      setRecovered(null);
    },
  };
}
