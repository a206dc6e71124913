/** Several servers in one process, as tests run them. Words travel as text, as they do between processes. */
import type { Envelope, Line } from '../../src/platform/servers/wake-ups.ts';

export interface Hub {
  line(): Line;
  /** Nothing travels until it is mended. */
  cut(): void;
  mend(): void;
}

export function createHub(): Hub {
  const ears = new Map<Line, { heard: (envelope: Envelope) => void; restored: () => void }>();
  let whole = true;
  return {
    line() {
      const line: Line = {
        async open(heard, restored) {
          ears.set(line, { heard, restored });
        },
        async send(envelope) {
          if (!whole) throw new Error('the line is cut');
          const text = JSON.stringify(envelope);
          for (const [other, { heard }] of ears)
            // Said by a line of this hub.
            if (other !== line) setImmediate(() => ears.has(other) && heard(JSON.parse(text) as Envelope));
        },
        async stop() {
          ears.delete(line);
        },
      };
      return line;
    },
    cut() {
      whole = false;
    },
    mend() {
      whole = true;
      for (const { restored } of ears.values()) restored();
    },
  };
}
