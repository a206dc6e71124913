/**
 * The shape of an idea's document: two roots, seven nodes, three marks. The editor, the reader of plain text and the
 * guard all take their names from here, so that what one writes the others accept.
 */

export const ROOTS = { title: 'title', body: 'body' } as const;

export const NODE_NAMES = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'hardBreak',
] as const;
export type NodeName = (typeof NODE_NAMES)[number];

/** What may stand directly in `body`; a list item or a line break has no meaning there. */
export const BLOCK_NAMES: readonly NodeName[] = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
];

export const MARK_NAMES = ['bold', 'italic', 'link'] as const;
export type MarkName = (typeof MARK_NAMES)[number];

export const HEADING_LEVELS: readonly number[] = [2, 3];

/** Attributes a node may carry: a heading's level; an ordered list's first number and kind of numbering. */
export const NODE_ATTRIBUTES: readonly string[] = ['level', 'start', 'type'];

export const LINK_ATTRIBUTES: readonly string[] = ['href', 'target', 'rel', 'class', 'title'];

const LINK_SCHEMES: readonly string[] = ['http', 'https', 'mailto', 'tel'];

/** Browsers ignore blanks and control characters inside a scheme (`java\nscript:`), so they are ignored here too. */
export const isAllowedLink = (href: string): boolean => {
  const bare = href.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200d\ufeff]/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare);
  return scheme === null || LINK_SCHEMES.includes((scheme[1] ?? '').toLowerCase());
};
