import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createGuard, IDEA_GRAMMAR, type Grammar } from '../src/guard/index.ts';

const here = path.join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(here, file), 'utf8');

/** Every package that a file needs when it runs, and the files it leads to. */
const packagesFrom = (file: string, seen = new Set<string>()): readonly string[] => {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = [...read(file).matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)';$/gms)];
  return imports.flatMap(([, from = '']) =>
    from.startsWith('.') ? packagesFrom(path.join(path.dirname(file), from), seen) : [from],
  );
};

describe('the guard as a library', () => {
  it('[GD2] needs nothing but lib0 behind its door', () => {
    const packages = new Set(packagesFrom('src/guard/index.ts').map((name) => name.split('/')[0]));
    expect([...packages]).toEqual(['lib0']);
    // The same look finds Yjs behind the server's door, so it can find something.
    expect(packagesFrom('src/server/index.ts')).toContain('yjs');
  });

  it.each(['guarded-hocuspocus', 'guarded-y-websocket'])(
    '[GD1] shows in its README the very lines of %s',
    (name) => {
      expect(existsSync(path.join(here, `peers/${name}.mjs`))).toBe(true);
      expect(read('README.md')).toContain(read(`peers/${name}.mjs`).trim());
    },
  );

  it('[GD3] judges documents of another shape by their own grammar', () => {
    const notes: Grammar = {
      roots: new Map([['note', 'marked words']]),
      nodes: new Map(),
      marks: new Map([['strong', (value) => value === true]]),
      attributes: new Map(),
    };
    const doc = new Y.Doc({ gc: false });
    doc.clientID = 7;
    doc.getText('note').insert(0, 'Bonjour', { strong: true });
    const bytes = Y.encodeStateAsUpdate(doc);
    const sender = { person: 'p', ownerOf: () => 'p' };
    expect(createGuard({ grammar: notes }).verify(bytes, sender).ok).toBe(true);
    expect(createGuard({ grammar: IDEA_GRAMMAR }).verify(bytes, sender)).toMatchObject({ ok: false });
    expect(createGuard({ grammar: notes, updateBytes: 10 }).verify(bytes, sender)).toMatchObject({
      failure: { code: 'too-large' },
    });
  });
});
