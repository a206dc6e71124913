/**
 * Lists and search read the idea's record, not the living document: after people pause, the record follows the text.
 * Losing this to a crash loses nothing: the document is the truth, and publishing and sealing read it themselves.
 * Records whose turn it is are written together: two hundred texts that are typed in cost a few writes a second.
 */
import type { LiveDocument } from '@butinerie/collaboration/server';
import type { IdeaId } from '@butinerie/contracts';
import type { Log } from '../platform/log.ts';

const PAUSE_MS = 500;
/** A text under constant typing is followed so often; more rarely while very many are. */
const AGAIN_MS = 3_000;
const FOR_EACH_MS = 50;
const RAREST_MS = 15_000;
/** Between two looks at whose turn it is; longer while many move, so that more are written together. */
const BEAT_MS = 250;
const MANY = 20;
const LONG_BEAT_MS = 1_000;

export interface IdeaText {
  readonly idea: IdeaId;
  readonly title: string;
  readonly text: string;
  /** The row of the log up to which it was read. */
  readonly seq: number;
}
type Listener = (texts: readonly IdeaText[]) => Promise<void>;

export interface Projection {
  moved(idea: IdeaId, document: LiveDocument): void;
  /** At once: what the server wrote itself. */
  readonly written: (idea: IdeaId, text: Omit<IdeaText, 'idea'>) => Promise<void>;
  onTexts(listener: Listener): void;
  /** Whether every record followed, as far as this process knows. */
  stop(): Promise<boolean>;
}

export function createProjection(log: Log): Projection {
  const listeners: Listener[] = [];
  let lost = false;
  const waiting = new Map<IdeaId, { document: LiveDocument; due: number }>();
  /** Followed a moment ago, and when it may be again. */
  const resting = new Map<IdeaId, number>();
  let beat: NodeJS.Timeout | null = null;
  let following: Promise<void> = Promise.resolve();

  const tell: Listener = async (texts) => {
    try {
      for (const listener of listeners) await listener(texts);
    } catch (error) {
      lost = true;
      throw error;
    }
  };

  async function follow(until: number): Promise<void> {
    const texts: IdeaText[] = [];
    const again = Math.min(RAREST_MS, Math.max(AGAIN_MS, FOR_EACH_MS * resting.size));
    for (const [idea, { document, due }] of Array.from(waiting)) {
      if (due > until) continue;
      waiting.delete(idea);
      resting.set(idea, performance.now() + again);
      try {
        const { title, text, seq } = await document.read();
        texts.push({ idea, title, text, seq });
      } catch (error) {
        lost = true;
        log.error({ err: error, idea }, 'the record did not follow the text');
      }
    }
    if (texts.length === 0) return;
    await tell(texts).catch((error: unknown) =>
      log.error({ err: error, ideas: texts.map(({ idea }) => idea) }, 'records did not follow their texts'),
    );
  }

  function look(): void {
    beat ??= setTimeout(
      () => {
        const now = performance.now();
        for (const [idea, until] of resting) if (until <= now) resting.delete(idea);
        // One round after the other; what moves meanwhile is in the next.
        following = follow(now).finally(() => {
          beat = null;
          if (waiting.size > 0) look();
        });
        following.catch((error: unknown) => log.error({ err: error }, 'records did not follow their texts'));
      },
      beatFor(waiting.size + resting.size),
    ).unref();
  }

  return {
    moved(idea, document) {
      // The first change sets the hour: a text under constant typing is followed too.
      if (waiting.has(idea)) return;
      const due = Math.max(performance.now() + PAUSE_MS, resting.get(idea) ?? 0);
      waiting.set(idea, { document, due });
      look();
    },
    written: (idea, text) => tell([{ idea, ...text }]),
    onTexts: (listener) => void listeners.push(listener),
    async stop() {
      await following;
      if (beat !== null) clearTimeout(beat);
      await follow(Infinity);
      return !lost;
    },
  };
}

const beatFor = (moving: number): number => (moving > MANY ? LONG_BEAT_MS : BEAT_MS);
