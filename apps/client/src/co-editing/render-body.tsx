/**
 * The shared text as it is read, straight from the document: no editor is loaded to read. Only the nodes and marks of
 * the schema are drawn and only links that do not run anything; words are always text, never markup.
 */
import { isAllowedLink } from '@butinerie/collaboration/document';
import { Fragment, type ReactNode } from 'react';
import * as Y from 'yjs';

/** Deeper than anybody nests by hand: what is below is not drawn. */
const DEEPEST = 32;

/** What is drawn of each block until it changes: what is the same object, the page leaves as it is. */
export type DrawnBlocks = WeakMap<object, ReactNode>;

export function renderBody(body: Y.XmlFragment, drawn: DrawnBlocks = new WeakMap()): ReactNode[] {
  return childrenOf(body, 0, drawn);
}

function childrenOf(parent: Y.XmlFragment, depth: number, drawn: DrawnBlocks): ReactNode[] {
  if (depth > DEEPEST) return [];
  return parent.toArray().map((child) => {
    const known = drawn.get(child);
    if (known !== undefined) return known;
    // Its own id: what is written above it leaves it where the reader has it before her eyes.
    const id = child._item?.id;
    const made = <Fragment key={`${id?.client}-${id?.clock}`}>{nodeOf(child, depth, drawn)}</Fragment>;
    drawn.set(child, made);
    return made;
  });
}

function nodeOf(node: unknown, depth: number, drawn: DrawnBlocks): ReactNode {
  if (node instanceof Y.XmlText) return runsOf(node);
  if (!(node instanceof Y.XmlElement)) return null;
  const inside = childrenOf(node, depth + 1, drawn);
  switch (node.nodeName) {
    case 'paragraph':
      // An empty line keeps its height.
      return <p>{inside.length > 0 ? inside : <br />}</p>;
    case 'heading':
      return Number(node.getAttribute('level')) === 3 ? <h3>{inside}</h3> : <h2>{inside}</h2>;
    case 'bulletList':
      return <ul>{inside}</ul>;
    case 'orderedList':
      return <ol start={firstNumber(node.getAttribute('start'))}>{inside}</ol>;
    case 'listItem':
      return <li>{inside}</li>;
    case 'blockquote':
      return <blockquote>{inside}</blockquote>;
    case 'hardBreak':
      return <br />;
    default:
      return null;
  }
}

function firstNumber(start: unknown): number | undefined {
  const first = Number(start ?? 1);
  return Number.isSafeInteger(first) && first !== 1 ? first : undefined;
}

interface Run {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function runsOf(text: Y.XmlText): ReactNode[] {
  // Yjs declares a delta as any; its shape is checked piece by piece below.
  const runs = text.toDelta() as readonly Run[];
  return runs.map(({ insert, attributes = {} }, at) => {
    if (typeof insert !== 'string') return null;
    return <Fragment key={at}>{marked(insert, attributes)}</Fragment>;
  });
}

function marked(words: string, marks: Readonly<Record<string, unknown>>): ReactNode {
  let drawn: ReactNode = words;
  if (marks['italic']) drawn = <em>{drawn}</em>;
  if (marks['bold']) drawn = <strong>{drawn}</strong>;
  const href = hrefOf(marks['link']);
  return href === null ? (
    drawn
  ) : (
    <a href={href} rel="noopener noreferrer nofollow">
      {drawn}
    </a>
  );
}

function hrefOf(link: unknown): string | null {
  if (typeof link !== 'object' || link === null || !('href' in link)) return null;
  const { href } = link;
  return typeof href === 'string' && isAllowedLink(href) ? href : null;
}
