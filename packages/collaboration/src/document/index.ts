/** The shape of an idea's document: its door. Isomorphic, no network, no storage. */

export { becomeDocument } from './become-document.ts';
export { bringBack } from './bring-back.ts';
export type { DeletedIds } from './bring-back.ts';
export { copyDocument } from './copy-document.ts';
export { LIMITS } from './limits.ts';
export { bodyOf, newDocument, titleOf } from './new-document.ts';
export { passagesOf, replacePassage } from './passages.ts';
export type { PlainText } from './read-document.ts';
export { readDocument } from './read-document.ts';
export type { Saying } from './said-differently.ts';
export { saidDifferently } from './said-differently.ts';
export type { MarkName, NodeName } from './schema.ts';
export {
  BLOCK_NAMES,
  HEADING_LEVELS,
  isAllowedLink,
  LINK_ATTRIBUTES,
  MARK_NAMES,
  NODE_ATTRIBUTES,
  NODE_NAMES,
  ROOTS,
} from './schema.ts';
export { sideBySide } from './side-by-side.ts';
export { trimmed, WRITE_ORIGIN, writePlainText, writeTitle } from './write-document.ts';
export { writersIn } from './writers-in.ts';
