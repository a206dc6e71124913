/**
 * Lists and search read the idea's record, not the living document: after people pause, the record follows the text.
 * Losing this to a crash loses nothing: the document is the truth, and publishing and sealing read it themselves.
 */
import type { LiveDocument } from '@butinerie/collaboration/server';
import type { IdeaId } from '@butinerie/contracts';
import type { Log } from '../platform/log.ts';

const PAUSE_MS = 500;
/** A text under constant typing is followed so often. */
const AGAIN_MS = 3_000;
type Listener = (idea: IdeaId, text: { title: string; text: string }) => Promise<void>;

export interface Projection {
  moved(idea: IdeaId, document: LiveDocument): void;
  /** At once: what the server wrote itself. */
  written: Listener;
  onText(listener: Listener): void;
  /** Whether every record followed, as far as this process knows. */
  stop(): Promise<boolean>;
}

export function createProjection(log: Log): Projection {
  const listeners: Listener[] = [];
  let lost = false;
  const waiting = new Map<IdeaId, { document: LiveDocument; timer: NodeJS.Timeout }>();
  /** Followed a moment ago. */
  const resting = new Map<IdeaId, number>();

  const tell: Listener = async (idea, text) => {
    try {
      for (const listener of listeners) await listener(idea, text);
    } catch (error) {
      lost = true;
      throw error;
    }
  };

  async function follow(idea: IdeaId): Promise<void> {
    const moved = waiting.get(idea);
    if (moved === undefined) return;
    waiting.delete(idea);
    clearTimeout(moved.timer);
    resting.set(idea, performance.now() + AGAIN_MS);
    try {
      const { title, text } = await moved.document.read();
      await tell(idea, { title, text });
    } catch (error) {
      lost = true;
      log.error({ err: error, idea }, 'the record did not follow the text');
    }
  }

  return {
    moved(idea, document) {
      // The first change sets the hour: a text under constant typing is followed too.
      if (waiting.has(idea)) return;
      const left = (resting.get(idea) ?? 0) - performance.now();
      if (left <= 0) resting.delete(idea);
      const timer = setTimeout(() => void follow(idea), Math.max(PAUSE_MS, left));
      timer.unref();
      waiting.set(idea, { document, timer });
    },
    written: tell,
    onText: (listener) => void listeners.push(listener),
    async stop() {
      await Promise.all([...waiting.keys()].map(follow));
      return !lost;
    },
  };
}
