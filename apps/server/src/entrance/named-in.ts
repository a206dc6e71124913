/** The things of a challenge that a request, a message or news names: every string that is an identifier, wherever it stands. */
import { ID_PREFIXES, PLACED_KINDS, type PlacedKind } from '@butinerie/contracts';

export interface Named {
  readonly kind: PlacedKind;
  readonly id: string;
}

const LENGTH_OF_BODY = 26;
const BODY = /^[0-9a-hjkmnp-tv-z]{26}$/;
/** What people write is no list of names: nothing deeper or longer is looked through. */
const DEPTH = 6;

function nameOf(text: string): Named | null {
  for (const kind of PLACED_KINDS) {
    const start = `${ID_PREFIXES[kind]}_`;
    if (
      text.length === start.length + LENGTH_OF_BODY &&
      text.startsWith(start) &&
      BODY.test(text.slice(start.length))
    )
      return { kind, id: text };
  }
  return null;
}

export function namedIn(sent: unknown): Named[] {
  const found = new Map<string, Named>();
  const walk = (value: unknown, depth: number): void => {
    if (typeof value === 'string') {
      const named = nameOf(value);
      if (named !== null) found.set(named.id, named);
      return;
    }
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth === 0) return;
    for (const part of Object.values(value)) walk(part, depth - 1);
  };
  walk(sent, DEPTH);
  return [...found.values()];
}
