/**
 * Words whose sentences are said anew: every string of a catalogue and whatever its functions answer. What a function was
 * given is people's own (a title, a name, a reason) and stays as it is, whatever words it holds.
 */
import { PROTECTED_END, PROTECTED_START, unmarked } from './marks.ts';

type Say = (text: string) => string;
type Given = readonly unknown[];
/** Beyond as many texts in its facts, a sentence is looked at by what it holds. */
const TRIED_AT_MOST = 12;

export function renamedWords<T>(words: T, say: Say): T {
  return renamed(words, say) as T;
}

function renamed(words: unknown, say: Say): unknown {
  if (typeof words === 'string') return say(words);
  if (typeof words === 'function') {
    const call = words as (...facts: Given) => unknown;
    return (...facts: Given) => unmarkedDeep(renamed(called(call, facts), say));
  }
  return mapped(words, (inner) => renamed(inner, say));
}

/** Plain objects and lists part by part; anything else is no words. */
function mapped(value: unknown, each: (inner: unknown, key: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((inner, at) => each(inner, String(at)));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, each(inner, key)]));
}

const unmarkedDeep = (value: unknown): unknown =>
  typeof value === 'string' ? unmarked(value) : mapped(value, unmarkedDeep);

function textsIn(value: unknown, at = ''): string[] {
  if (typeof value === 'string') return value === '' ? [] : [at];
  const found: string[] = [];
  mapped(value, (inner, key) => found.push(...textsIn(inner, `${at}/${key}`)));
  return found;
}
const marking = (value: unknown, wanted: ReadonlySet<string>, at = ''): unknown =>
  typeof value === 'string'
    ? wanted.has(at)
      ? `${PROTECTED_START}${value}${PROTECTED_END}`
      : value
    : mapped(value, (inner, key) => marking(inner, wanted, `${at}/${key}`));
const at = (value: unknown, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value);

/** What the function says, its facts marked where they stand. */
function called(call: (...facts: Given) => unknown, facts: Given): unknown {
  const plain = call(...facts);
  const paths = textsIn(facts);
  if (paths.length === 0) return plain;
  const said = JSON.stringify(plain);
  const tried = (which: readonly string[]): unknown => {
    try {
      const marked = call(...(marking(facts, new Set(which)) as Given));
      return JSON.stringify(unmarkedDeep(marked)) === said ? marked : null;
    } catch {
      // A day or a code that the function reads: it is no text of anybody's.
      return null;
    }
  };
  // A fact the function looks into says something else when it is marked; the others are marked together.
  const free = paths.length > TRIED_AT_MOST ? [] : paths.filter((path) => tried([path]) !== null);
  const marked = (free.length > 0 && tried(free)) || plain;
  const rest = paths.filter((path) => !free.includes(path)).map((path) => String(at(facts, path)));
  return rest.filter((text) => !isCode(text)).reduce<unknown>(markedIn, marked);
}

/** `closing`, `p_4X…`: what a program says, which a sentence never holds. */
const isCode = (text: string): boolean => /^[\p{Ll}\d]+([_.:-][\p{L}\d]+)*$/u.test(text);

const markedIn = (said: unknown, text: string): unknown =>
  typeof said !== 'string'
    ? mapped(said, (inner) => markedIn(inner, text))
    : said.replaceAll(text, `${PROTECTED_START}${text}${PROTECTED_END}`);
