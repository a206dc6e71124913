/** How a session reaches the server: messages with acknowledgement, and the news of one idea's room. */
import {
  documentReloaded,
  ideaSealed,
  ideaUpdated,
  joinIdea,
  leaveIdea,
  presenceChanged,
  showPresence,
  updateIdea,
  type IdeaId,
} from '@butinerie/contracts';
import type { Transport, TransportFailure, TransportListener } from '@butinerie/collaboration/client';
import { connectionState, onConnection, onNews, send, tell } from '../platform/socket.ts';

/** What the page shows beside what the session needs. */
export interface Heard {
  /** How many are there. */
  readonly present: (count: number) => void;
  /** By the server's word at each join. */
  readonly mayWrite: (may: boolean) => void;
  readonly late: (at: string) => void;
}

interface Refusal {
  readonly code: string;
  readonly rule?: string;
  readonly permanent?: boolean;
}

/** What the server's refusal means for a session: which of them pass by themselves, and which are final. */
export function failureFor(failure: Refusal, connected: boolean): TransportFailure {
  switch (failure.code) {
    case 'offline':
      return { code: connected ? 'unanswered' : 'disconnected' };
    case 'update-refused':
      // The guard's own word tells a lost message, sent again after joining, from bytes that will never be taken.
      return { code: failure.rule ?? (failure.permanent ? 'update-refused' : 'unanswered') };
    default:
      return { code: failure.code };
  }
}

const isOpen = (): boolean => connectionState() === 'open';

export function socketTransport(idea: IdeaId, heard: Heard): Transport {
  const refused = (failure: Refusal): { ok: false; failure: TransportFailure } => ({
    ok: false,
    failure: failureFor(failure, isOpen()),
  });

  return {
    get connected() {
      return isOpen();
    },

    async join({ vector, lease }) {
      const answer = await send(joinIdea, { idea, vector, lease });
      if (!answer.ok) return refused(answer.failure);
      const { present, people: _people, mayWrite, ...joined } = answer.value;
      heard.present(present);
      heard.mayWrite(mayWrite);
      return { ok: true, value: joined };
    },

    async update(bytes) {
      const answer = await send(updateIdea, { idea, update: bytes });
      if (!answer.ok) return refused(answer.failure);
      if (answer.value.kept === 'late') {
        heard.late(answer.value.at);
        return { ok: true, value: { late: true } };
      }
      const { seq, fresh } = answer.value;
      return { ok: true, value: { late: false, seq, fresh } };
    },

    presence(bytes) {
      // A caret that does not arrive is no loss: the next one will.
      tell(showPresence, { idea, caret: bytes });
    },

    leave() {
      void send(leaveIdea, { idea });
    },

    listen(listener) {
      const stops = [
        onConnection(followConnection(listener)),
        onNews(ideaUpdated, (news) => {
          if (news.idea === idea) listener.update(news.updates, news.seq, news.rows);
        }),
        onNews(presenceChanged, (news) => {
          if (news.idea !== idea) return;
          listener.presence(news.carets);
          heard.present(news.present);
        }),
        onNews(documentReloaded, (news) => {
          if (news.idea === idea) listener.resync(news.epoch);
        }),
        onNews(ideaSealed, (news) => {
          if (news.idea === idea) listener.sealed();
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** The socket tells every change of its state; a session wants only there and not there. */
function followConnection(listener: TransportListener): () => void {
  let before = isOpen();
  return () => {
    const now = isOpen();
    if (now === before) return;
    before = now;
    if (now) listener.connected();
    else listener.disconnected();
  };
}
