import { bodyOf, newDocument } from '@butinerie/collaboration/document';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { renderBody } from './render-body.tsx';

type Piece = Y.XmlElement | readonly [words: string, marks?: Record<string, unknown>];

function node(
  name: string,
  children: readonly Piece[] = [],
  attributes: Record<string, string> = {},
): Y.XmlElement {
  const element = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.insert(
    0,
    children.map((child) => {
      if (child instanceof Y.XmlElement) return child;
      const text = new Y.XmlText();
      text.insert(0, child[0], child[1] ?? {});
      return text;
    }),
  );
  return element;
}

function drawn(...blocks: readonly Y.XmlElement[]): string {
  const doc = newDocument();
  bodyOf(doc).insert(0, [...blocks]);
  return renderToStaticMarkup(renderBody(bodyOf(doc)));
}

test('every node and mark of the schema is drawn', () => {
  expect(
    drawn(
      node('heading', [['Pourquoi']], { level: '3' }),
      node('paragraph', [['gras', { bold: true }], node('hardBreak'), ['penché', { italic: true }]]),
      node('orderedList', [node('listItem', [node('paragraph', [['trois']])])], { start: '3' }),
      node('blockquote', [node('paragraph')]),
    ),
  ).toBe(
    '<h3>Pourquoi</h3><p><strong>gras</strong><br/><em>penché</em></p>' +
      '<ol start="3"><li><p>trois</p></li></ol><blockquote><p><br/></p></blockquote>',
  );
});

test('words that look like markup are words', () => {
  expect(drawn(node('paragraph', [['<img src=x onerror=alert(1)>']]))).toBe(
    '<p>&lt;img src=x onerror=alert(1)&gt;</p>',
  );
});

test.each(['javascript:alert(1)', 'JaVa\tscript:alert(1)', '\u0001data:text/html,x', 'vbscript:x', 42, null])(
  'a link to %j leaves its words and no link',
  (href) => {
    expect(drawn(node('paragraph', [['ici', { link: { href } }]]))).toBe('<p>ici</p>');
  },
);

test('an honest link leads out without handing anything over', () => {
  expect(drawn(node('paragraph', [['ici', { link: { href: 'https://exemple.fr/', onclick: 'x' } }]]))).toBe(
    '<p><a href="https://exemple.fr/" rel="noopener noreferrer nofollow">ici</a></p>',
  );
});

test('nodes and attributes nobody knows are not drawn, and depth has an end', () => {
  let deep = node('blockquote', [node('paragraph', [['fond']])]);
  for (let i = 0; i < 60; i++) deep = node('blockquote', [deep]);
  expect(drawn(node('script', [['alert(1)']]), node('paragraph', [['vu']], { style: 'x' }))).toBe(
    '<p>vu</p>',
  );
  expect(drawn(deep)).not.toContain('fond');
});
