import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../src/document/index.ts';
import { createGuard } from '../src/server/guard.ts';
import { createLiveDocuments } from '../src/server/live-documents.ts';
import type { UpdateCode } from '../src/server/document-terms.ts';
import { typed, writer } from '../src/testing/guarded-room.ts';
import { createMemoryLeases, createMemoryLog, createSettableClock } from '../src/testing/memory-ports.ts';
import { isTransient } from '../src/transient.ts';

const IDEA = 'id_1';
const page = readFileSync(path.join(import.meta.dirname, '../PROTOCOL.md'), 'utf8');
const nothing = new Uint8Array(0);

/** Every code there is: a new one does not compile until it is here, and fails until the page has it. */
const CODES: Readonly<Record<UpdateCode, true>> = {
  'malformed-update': true,
  'too-large': true,
  'unknown-client': true,
  'foreign-client': true,
  gap: true,
  'dangling-origin': true,
  'future-delete': true,
  'forbidden-root': true,
  'forbidden-content': true,
  'document-full': true,
  'idea-sealed': true,
  'malformed-vector': true,
  'append-failed': true,
};

const place = () => {
  const [log, leases] = [createMemoryLog(), createMemoryLeases()];
  return { leases, documents: createLiveDocuments({ log, leases, clock: createSettableClock() }) };
};

describe('the page of the protocol', () => {
  it('[CE42] says of every refusal whether it is permanent, as pages are told', () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` +\|[^|]+\| (yes|no) +\|$/gm)];
    const told = Object.fromEntries(rows.map(([, code = '', permanent]) => [code, permanent === 'yes']));
    expect(told).toEqual(Object.fromEntries(Object.keys(CODES).map((code) => [code, !isTransient(code)])));
    expect(rows).toHaveLength(Object.keys(CODES).length);
  });

  it('[CE42] carries with the refusal what the page says of it', async () => {
    const { documents, leases } = place();
    leases.bind(IDEA, 100, 'author');
    const document = await documents.open(IDEA);
    const author = writer(100);
    const [first, second] = [typed(author, 0, 'a'), typed(author, 1, 'b')];
    expect(await document.receive(second, { person: 'author' })).toMatchObject({
      failure: { code: 'gap', transient: true },
    });
    expect(await document.receive(first, { person: 'colleague' })).toMatchObject({
      failure: { code: 'foreign-client', transient: false },
    });
  });

  it('[CE2] gives the guard the limit that the contract gives the messages', () => {
    const longest = typed(writer(7), 0, 'x'.repeat(LIMITS.updateBytes - 40));
    const sender = { person: 'p', ownerOf: () => 'p' };
    expect(longest.length).toBeLessThanOrEqual(LIMITS.updateBytes);
    expect(createGuard().verify(longest, sender).ok).toBe(true);
    const longer = typed(writer(7), 0, 'x'.repeat(LIMITS.updateBytes));
    expect(createGuard().verify(longer, sender)).toMatchObject({ failure: { code: 'too-large' } });
  });
});

describe('a lease', () => {
  it('[CE40] is for one person and for ever: four at most, never the same twice, and its words are signed by it', async () => {
    const { documents } = place();
    const document = await documents.open(IDEA);
    const leased: number[] = [];
    for (const person of ['author', 'author', 'colleague']) {
      const joined = await document.join({ person, vector: nothing, lease: 9 });
      if (!joined.ok) throw new Error(joined.failure.code);
      expect(joined.value.lease).toHaveLength(4);
      leased.push(...joined.value.lease);
    }
    expect(new Set(leased).size).toBe(12);
    const [ofAuthor = 0] = leased;
    const words = typed(writer(ofAuthor), 0, 'mots');
    expect((await document.receive(words, { person: 'colleague' })).ok).toBe(false);
    expect((await document.receive(words, { person: 'author' })).ok).toBe(true);
    expect((await document.owners()).get(ofAuthor)).toBe('author');
  });

  it('[CE40] is not given to a reader, nor once the text is sealed; an id of a page of its own writes nothing', async () => {
    const { documents } = place();
    const document = await documents.open(IDEA);
    const reader = await document.join({ person: 'reader', vector: nothing, lease: 0 });
    expect(reader.ok && reader.value.lease).toEqual([]);
    const own = await document.receive(typed(writer(4_242), 0, 'x'), { person: 'reader' });
    expect(own).toMatchObject({ failure: { code: 'unknown-client' } });
    await document.seal();
    const late = await document.join({ person: 'author', vector: nothing, lease: 4 });
    expect(late.ok && late.value.lease).toEqual([]);
  });
});
