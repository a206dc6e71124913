import { describe, expect, it } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { newDocument } from '../document/index.ts';
import { createPresence } from './presence.ts';

const OWNERS = new Map([
  [100, 'author'],
  [50, 'colleague'],
  [51, 'colleague'],
]);
const ownerOf = (clientId: number): string | undefined => OWNERS.get(clientId);

const caret = (clientId: number, state: Record<string, unknown>): Uint8Array => {
  const doc = newDocument();
  doc.clientID = clientId;
  const awareness = new Awareness(doc);
  awareness.setLocalState(state);
  const bytes = encodeAwarenessUpdate(awareness, [clientId]);
  awareness.destroy();
  return bytes;
};

const shown = (...updates: readonly (Uint8Array | null)[]): Map<number, unknown> => {
  const awareness = new Awareness(newDocument());
  awareness.setLocalState(null);
  for (const bytes of updates) if (bytes !== null) applyAwarenessUpdate(awareness, bytes, 'remote');
  const states = new Map<number, unknown>(awareness.getStates());
  awareness.destroy();
  return states;
};

const room = () => {
  const presence = createPresence();
  presence.enter('a', { person: 'author', name: 'Amina' });
  presence.enter('b', { person: 'colleague', name: 'Benoît' });
  const update = (connection: string, bytes: Uint8Array): Uint8Array | null => {
    const answer = presence.update(connection, bytes, ownerOf);
    return answer.ok ? answer.value : null;
  };
  return { presence, update };
};

describe('presence', () => {
  it('[T18] [CE23] shows the name of the sign-in on a caret, never the one the client gives', () => {
    const { update } = room();
    const bytes = update(
      'b',
      caret(50, { user: { name: 'Amina', person: 'author' }, cursor: { anchor: 1 }, more: 1 }),
    );
    expect(shown(bytes).get(50)).toEqual({
      user: { name: 'Benoît', person: 'colleague' },
      cursor: { anchor: 1 },
    });
  });

  it("[T18] [CE23] drops carets under somebody else's id, or under none", () => {
    const { presence, update } = room();
    expect(update('b', caret(100, { cursor: null }))).toBeNull();
    expect(update('b', caret(999, { cursor: null }))).toBeNull();
    expect(shown(presence.carets()).size).toBe(0);
  });

  it('[CE23] shows one caret for each connection, and none once it ended', () => {
    const { presence, update } = room();
    const first = update('b', caret(50, { cursor: { anchor: 1 } }));
    const second = update('b', caret(51, { cursor: { anchor: 2 } }));
    expect([...shown(first, second).keys()]).toEqual([51]);
    const gone = presence.leave('b');
    expect(shown(first, second, gone).size).toBe(0);
    expect(shown(presence.carets()).size).toBe(0);
    expect(presence.people()).toEqual([{ person: 'author', name: 'Amina' }]);
  });

  it('[CE23] counts a person once, however many pages she has open, until the last of them is gone', () => {
    const presence = createPresence();
    for (const page of ['a1', 'a2', 'a2']) presence.enter(page, { person: 'a', name: 'Amina' });
    presence.enter('b1', { person: 'b', name: 'Benoît' });
    expect(presence.count).toBe(2);
    expect(presence.people(1)).toEqual([{ person: 'a', name: 'Amina' }]);
    presence.leave('a2');
    presence.leave('a2');
    expect(presence.people().map(({ person }) => person)).toEqual(['a', 'b']);
    presence.leave('a1');
    expect(presence.people().map(({ person }) => person)).toEqual(['b']);
    expect(presence.count).toBe(1);
  });

  it('[CE23] keeps the caret of a connection that came back before its ghost was noticed', () => {
    const { presence, update } = room();
    update('b', caret(50, { cursor: { anchor: 1 } }));
    presence.enter('b2', { person: 'colleague', name: 'Benoît' });
    const doc = newDocument();
    doc.clientID = 50;
    const awareness = new Awareness(doc);
    for (let i = 0; i < 4; i++) awareness.setLocalState({ cursor: { anchor: 9 } });
    update('b2', encodeAwarenessUpdate(awareness, [50]));
    awareness.destroy();
    expect(presence.leave('b')).toBeNull();
    expect(shown(presence.carets()).get(50)).toMatchObject({ cursor: { anchor: 9 } });
  });

  it('[CE23] tells what changed once, as it is by then', () => {
    const { presence, update } = room();
    expect(presence.changes()).toBeNull();
    const awareness = new Awareness(newDocument());
    awareness.doc.clientID = awareness.clientID = 50;
    for (const anchor of [1, 2, 3]) {
      awareness.setLocalState({ cursor: { anchor } });
      update('b', encodeAwarenessUpdate(awareness, [50]));
    }
    awareness.destroy();
    update('a', caret(100, { cursor: { anchor: 7 } }));
    presence.leave('a');
    const before = caret(100, { cursor: { anchor: 7 } });
    const seen = shown(before, presence.changes());
    expect([...seen.keys()]).toEqual([50]);
    expect(seen.get(50)).toMatchObject({ cursor: { anchor: 3 } });
    expect(presence.changes()).toBeNull();
  });

  it('[CE23] refuses bytes that cannot be read, and shows no caret that is too long', () => {
    const { presence, update } = room();
    for (const bytes of [new Uint8Array([5]), new Uint8Array([1, 50, 1, 1, 0xff]), new Uint8Array(9_000)]) {
      expect(presence.update('b', bytes, ownerOf)).toMatchObject({
        ok: false,
        failure: { code: 'malformed-presence' },
      });
    }
    const long = update('b', caret(50, { cursor: 'x'.repeat(2_000) }));
    expect(shown(long).get(50)).toMatchObject({ cursor: null });
  });
});
