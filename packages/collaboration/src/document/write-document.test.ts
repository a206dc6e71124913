import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createRandom } from '../testing/random.ts';
import { bodyPieces } from './written-pieces.ts';
import { bodyOf, isAllowedLink, newDocument, readDocument, writePlainText, writeTitle } from './index.ts';

const write = (client: number, text: string, doc = newDocument()): Y.Doc => {
  doc.clientID = client;
  writePlainText(doc, text);
  return doc;
};

const writers = (doc: Y.Doc): string =>
  bodyPieces(doc)
    .map(({ text, client }) => `${text.replace(/\n/g, '⏎')}:${client ?? ''}`)
    .join('|');

describe('plain text', () => {
  it('[CE24] comes back byte for byte', () => {
    for (const text of [
      '',
      'un',
      'un\n\ndeux',
      '\n',
      ' a \t',
      'é🐝\u{1f469}‍\u{1f33e}\r\nx',
      '- pas une liste',
    ]) {
      expect(readDocument(write(1, text)).text).toBe(text);
    }
  });

  it('[CE24] written again unchanged changes nothing', () => {
    const doc = write(1, 'un\ndeux');
    const before = Y.encodeStateVector(doc);
    writePlainText(doc, 'un\ndeux');
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  it('[CE24] written over another text by someone else keeps the words that stay', () => {
    const doc = write(1, 'Donner les repas\nnon servis\nle soir');
    write(2, 'Donner tous les repas\nle soir\nmême', doc);
    expect(readDocument(doc).text).toBe('Donner tous les repas\nle soir\nmême');
    expect(writers(doc)).toBe('Donner :1|tous :2|les repas:1|⏎:|le soir:1|⏎:|même:2');
  });

  it('[CE24] reaches any text from any other, and never cuts a character in half', () => {
    const random = createRandom(7);
    const parts = ['repas ', '🐝', '🐙', '\n', 'é', 'un deux', ' ', '.'];
    const doc = newDocument();
    for (let i = 0; i < 300; i++) {
      const text = Array.from({ length: random.integer(12) }, () => random.pick(parts)).join('');
      write(i, text, doc);
      expect(readDocument(doc).text).toBe(text);
    }
  });

  it('[CE24] a title is one line', () => {
    const doc = newDocument();
    writeTitle(doc, 'un\r\ndeux\ntrois');
    expect(readDocument(doc).title).toBe('un deux trois');
    writeTitle(doc, 'un deux');
    expect(readDocument(doc).title).toBe('un deux');
  });
});

const node = (name: string, ...children: readonly (Y.XmlElement | string)[]): Y.XmlElement => {
  const element = new Y.XmlElement(name);
  element.insert(
    0,
    children.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : child)),
  );
  return element;
};

describe('reading', () => {
  it('[CE24] shows lists, quotations and line breaks so that they can be read', () => {
    const doc = newDocument();
    bodyOf(doc).insert(0, [
      node('heading', 'Pourquoi'),
      node(
        'bulletList',
        node(
          'listItem',
          node('paragraph', 'un'),
          node('orderedList', node('listItem', node('paragraph', 'a'))),
        ),
        node('listItem', node('paragraph', 'deux')),
      ),
      node('blockquote', node('paragraph', 'dit-elle'), node('paragraph', 'encore')),
      node('paragraph', 'fin', node('hardBreak'), 'vraiment'),
    ]);
    expect(readDocument(doc).text).toBe(
      'Pourquoi\n- un\n  1. a\n- deux\n> dit-elle\n> encore\nfin\nvraiment',
    );
    writePlainText(doc, 'Pourquoi pas\n- un\n  1. a\n- deux\n> dit-elle\n> encore\nfin\nvraiment');
    expect(
      bodyOf(doc)
        .toArray()
        .map((block) => (block as Y.XmlElement).nodeName),
    ).toEqual(['heading', 'bulletList', 'blockquote', 'paragraph']);
  });

  it('[CE24] of a document confused on purpose skips what has no place', () => {
    const doc = newDocument();
    let deep = node('blockquote');
    for (let i = 0; i < 200; i++) deep = node('blockquote', deep);
    bodyOf(doc).insert(0, [deep, node('listItem', 'seul')]);
    bodyOf(doc).insert(0, [new Y.XmlText('nu')]);
    expect(readDocument(doc).text.startsWith('nu\n> ')).toBe(true);
    expect(readDocument(doc).text.endsWith('\nseul')).toBe(true);
  });

  it('[CE9] takes web, mail and telephone links, and no scheme that runs', () => {
    expect(
      ['https://a.fr', 'http://a', 'mailto:a@b.fr', 'tel:+33', '/ideas', '#x'].map(isAllowedLink),
    ).not.toContain(false);
    expect(
      ['javascript:1', 'JaVa\tscript:1', '\u0001data:x', 'vbscript:x', 'file:///x'].map(isAllowedLink),
    ).not.toContain(true);
  });
});
