/** What a page leaves on the device while the server does not have it, and what it needs to be shown again. */

/** Typed under an id that nobody leased; it becomes an update when an id arrives, and is never sent as it is. */
export interface LocalDraft {
  readonly client: number;
  readonly update: Uint8Array;
}

export interface KeptText {
  /** States of the document below the rest, so that the text can be read and written on without the server. */
  readonly bases: readonly Uint8Array[];
  /** Written under leased ids and not acknowledged, in order. */
  readonly unsent: readonly Uint8Array[];
  readonly drafts: readonly LocalDraft[];
}

export const NOTHING_KEPT: KeptText = { bases: [], unsent: [], drafts: [] };

export const isNothing = ({ bases, unsent, drafts }: KeptText): boolean =>
  bases.length === 0 && unsent.length === 0 && drafts.length === 0;

/** Whether somebody's words would be lost with it. */
export const holdsWords = ({ unsent, drafts }: KeptText): boolean => unsent.length > 0 || drafts.length > 0;

export const together = (texts: readonly KeptText[]): KeptText => ({
  bases: texts.flatMap(({ bases }) => bases),
  unsent: texts.flatMap(({ unsent }) => unsent),
  drafts: texts.flatMap(({ drafts }) => drafts),
});
