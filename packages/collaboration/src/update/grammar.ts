/**
 * What the documents of a kind may hold: their roots, nodes, marks and attributes. The decoder judges names and values
 * by it, the run table who stands in what. Nothing outside it is ever admitted: no map, array, embed or sub-document.
 */

import type { AttributeValue, Content } from './struct.ts';

/** Words alone, words with marks, or nodes by name, where null stands for a run of words with marks. */
export type Holds = 'words' | 'marked words' | ReadonlySet<string | null>;

export interface Grammar {
  readonly roots: ReadonlyMap<string, Holds>;
  readonly nodes: ReadonlyMap<string, ReadonlySet<string | null>>;
  /** Whether a mark of this name may carry this value; `null`, which ends a mark, always may. */
  readonly marks: ReadonlyMap<string, (value: unknown) => boolean>;
  /** Whether an attribute of this name, on any node, may have this value. */
  readonly attributes: ReadonlyMap<string, (value: AttributeValue) => boolean>;
}

/** Whether content may stand in a list that holds this; values stand in attributes only, never in a list. */
export const mayHold = (holds: Holds, content: Content): boolean => {
  switch (content.kind) {
    case 'text':
      return typeof holds === 'string';
    case 'mark':
      return holds === 'marked words';
    case 'node':
      return typeof holds !== 'string' && holds.has(content.name);
    case 'attribute':
      return false;
  }
};

/** For a refusal's detail. */
export const contentName = (content: Content): string =>
  content.kind === 'node' ? (content.name ?? 'run of words') : content.kind;
