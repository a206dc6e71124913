/**
 * What each id of a document is: a node, an attribute's value, or words and marks. Neighbours in a list are of one
 * kind, and a node stands only where the schema lets it, so that no editor meets a paragraph inside a word or a nest
 * deeper than its stack. Words are remembered by not being remembered: only nodes and attributes are stored.
 *
 * In which list two words live is not told apart here.
 */

import { BLOCK_NAMES, ROOTS } from '../document/schema.ts';
import type { Content, Struct, StructId } from '../update/struct.ts';

interface Node {
  /** Null for a run of text. */
  readonly name: string | null;
  readonly parent: Node | null;
  readonly depth: number;
}

/** The map of a document is kept; the map of an update is laid over it while it is judged. */
export interface Kinds {
  /** What is wrong with a struct whose references exist; null when nothing is, and then it is remembered. */
  place(struct: Struct): string | null;
  /** A judgement that changes nothing here until it is committed. */
  draft(): Kinds & { commit(): void };
}

/** Tab by tab nobody gets this far; every level costs Yjs stack when it deletes. */
const DEEPEST = 100;

const INLINE: readonly (string | null)[] = [null, 'hardBreak'];
const CHILDREN: ReadonlyMap<string | null, readonly (string | null)[]> = new Map<
  string | null,
  readonly (string | null)[]
>([
  ['paragraph', INLINE],
  ['heading', INLINE],
  ['bulletList', ['listItem']],
  ['orderedList', ['listItem']],
  ['listItem', BLOCK_NAMES],
  ['blockquote', BLOCK_NAMES],
  ['hardBreak', []],
  [null, []],
]);

const keyOf = ({ client, clock }: StructId): string => `${client}:${clock}`;

type Entry = Node | 'attribute';
type Find = (id: StructId) => Entry | undefined;

export const createKinds = (): Kinds => {
  const entries = new Map<string, Entry>();
  return over(
    (id) => entries.get(keyOf(id)),
    (key, entry) => entries.set(key, entry),
  );
};

const over = (find: Find, remember: (key: string, entry: Entry) => void): Kinds => ({
  place(struct) {
    const { content } = struct;
    const wrong = neighbours(struct, find) ?? misplaced(struct, find);
    if (wrong !== null) return wrong;
    if (content.kind === 'node') {
      const parent = parentOf(struct, find);
      remember(keyOf(struct), { name: content.name, parent, depth: (parent?.depth ?? 0) + 1 });
    } else if (content.kind === 'attribute') {
      for (let i = 0; i < struct.length; i++) {
        remember(keyOf({ client: struct.client, clock: struct.clock + i }), 'attribute');
      }
    }
    return null;
  },

  draft() {
    const fresh = new Map<string, Entry>();
    const drafted = over(
      (id) => fresh.get(keyOf(id)) ?? find(id),
      (key, entry) => fresh.set(key, entry),
    );
    return {
      ...drafted,
      commit() {
        for (const [key, entry] of fresh) remember(key, entry);
      },
    };
  },
});

const sortOf = (entry: Entry | undefined): 'node' | 'attribute' | 'words' =>
  entry === undefined ? 'words' : entry === 'attribute' ? 'attribute' : 'node';

const contentSort = ({ kind }: Content): 'node' | 'attribute' | 'words' =>
  kind === 'node' || kind === 'attribute' ? kind : 'words';

const neighbours = ({ origin, right, content }: Struct, find: Find): string | null => {
  const sort = contentSort(content);
  for (const id of [origin, right]) {
    if (id !== null && sortOf(find(id)) !== sort) return `${sort} beside ${sortOf(find(id))}`;
  }
  return null;
};

/** The node it stands in, by its own word or by its neighbour's; null in a root. */
const parentOf = ({ parent, origin, right }: Struct, find: Find): Node | null => {
  const said = parent ?? origin ?? right;
  if (said === null || typeof said === 'string') return null;
  const entry = find(said);
  if (entry === undefined || entry === 'attribute') return null;
  return parent === null ? entry.parent : entry;
};

const misplaced = (struct: Struct, find: Find): string | null => {
  const { content, parent } = struct;
  if (content.kind !== 'node') {
    if (parent === null || typeof parent === 'string') return null;
    const entry = find(parent);
    if (entry === undefined || entry === 'attribute') return 'parent is no node';
    const inText = entry.name === null;
    return inText === (content.kind === 'attribute') ? `${content.kind} in ${entry.name ?? 'text'}` : null;
  }
  if (parent !== null && typeof parent !== 'string' && sortOf(find(parent)) !== 'node')
    return 'parent is no node';
  const node = parentOf(struct, find);
  const allowed: readonly (string | null)[] = node === null ? BLOCK_NAMES : (CHILDREN.get(node.name) ?? []);
  if (!allowed.includes(content.name)) return `${content.name ?? 'text'} in ${node?.name ?? ROOTS.body}`;
  return (node?.depth ?? 0) >= DEEPEST ? 'nested too deep' : null;
};
