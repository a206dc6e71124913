/** The schema of an idea as the guard reads it. */

import type { Grammar, Holds } from '../update/grammar.ts';
import {
  BLOCK_NAMES,
  HEADING_LEVELS,
  isAllowedLink,
  LINK_ATTRIBUTES,
  NODE_ATTRIBUTES,
  NODE_NAMES,
  ROOTS,
} from './schema.ts';
import type { MarkName, NodeName } from './schema.ts';

const BLOCKS: ReadonlySet<string | null> = new Set(BLOCK_NAMES);
const INLINE: ReadonlySet<string | null> = new Set([null, 'hardBreak']);
const ITEMS: ReadonlySet<string | null> = new Set(['listItem']);

const CHILDREN: Readonly<Record<NodeName, ReadonlySet<string | null>>> = {
  paragraph: INLINE,
  heading: INLINE,
  bulletList: ITEMS,
  orderedList: ITEMS,
  listItem: BLOCKS,
  blockquote: BLOCKS,
  hardBreak: new Set(),
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSwitch = (value: unknown): boolean =>
  value === true || (isRecord(value) && Object.keys(value).length === 0);

/** Flat attributes of known names, and no scheme that runs. */
const isLink = (value: unknown): boolean => {
  if (!isRecord(value)) return false;
  const { href } = value;
  if (typeof href === 'string' && !isAllowedLink(href)) return false;
  return Object.entries(value).every(
    ([key, entry]) => LINK_ATTRIBUTES.includes(key) && (entry === null || typeof entry === 'string'),
  );
};

const MARKS: Readonly<Record<MarkName, (value: unknown) => boolean>> = {
  bold: isSwitch,
  italic: isSwitch,
  link: isLink,
};

const ATTRIBUTES: Grammar['attributes'] = new Map(
  NODE_ATTRIBUTES.map((name) => {
    if (name === 'level')
      return [name, (value) => typeof value === 'number' && HEADING_LEVELS.includes(value)];
    if (name === 'start') return [name, (value) => typeof value === 'number'];
    return [name, (value) => typeof value === 'string' || value === null];
  }),
);

export const IDEA_GRAMMAR: Grammar = {
  roots: new Map<string, Holds>([
    [ROOTS.title, 'words'],
    [ROOTS.body, BLOCKS],
  ]),
  nodes: new Map(NODE_NAMES.map((name) => [name, CHILDREN[name]])),
  marks: new Map(Object.entries(MARKS)),
  attributes: ATTRIBUTES,
};
