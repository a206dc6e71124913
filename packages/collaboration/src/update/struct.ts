/** What an update is made of, as read: sections of structs by client id, then ranges of deleted ids. */

export interface StructId {
  readonly client: number;
  readonly clock: number;
}

export type AttributeValue = string | number | boolean | null;

export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mark' }
  | { readonly kind: 'node'; readonly name: string | null }
  | { readonly kind: 'attribute'; readonly values: readonly AttributeValue[] };

export interface Struct extends StructId {
  /** How many ids it takes, counted from `clock`. */
  readonly length: number;
  readonly origin: StructId | null;
  readonly right: StructId | null;
  /** Written only when both origins are absent: a root's name or the id of the node it lives in. */
  readonly parent: string | StructId | null;
  /** The attribute's name, written only with the parent. */
  readonly key: string | null;
  readonly content: Content;
  /**
   * Where it is written: in what it came in with, or in bytes of its own when it was cut; nowhere yet (`from` is `to`)
   * when it is still growing. A view for each struct would cost more than all the rest of reading it.
   */
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

export interface Section {
  readonly client: number;
  readonly structs: readonly Struct[];
}

export interface DeletedRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export interface DecodedUpdate {
  readonly sections: readonly Section[];
  /** Clients descending, clocks ascending, never overlapping. */
  readonly deletes: readonly DeletedRange[];
}

export const CONTENT = { text: 4, mark: 6, node: 7, attribute: 8 } as const;
export const TYPE = { element: 3, text: 6 } as const;
export const INFO = { origin: 0x80, right: 0x40, key: 0x20, content: 0x1f } as const;
