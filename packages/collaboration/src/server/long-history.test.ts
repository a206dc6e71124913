import { describe, expect, it } from 'vitest';
import { LIMITS, titleOf } from '../document/index.ts';
import { change, typed, writer } from '../testing/guarded-room.ts';
import { createMemoryLeases, createMemoryLog, createSettableClock } from '../testing/memory-ports.ts';
import type { LiveDocument } from './live-document.ts';
import { createLiveDocuments } from './live-documents.ts';
import { replayAuthors, replayAuthorsInSlices } from './replay-authors.ts';

const IDEA = 'id_1';
const PASTE = 'x'.repeat(250_000);

const place = () => {
  const log = createMemoryLog();
  const leases = createMemoryLeases();
  for (const [id, person] of [
    [100, 'author'],
    [50, 'colleague'],
  ] as const)
    leases.bind(IDEA, id, person);
  const open = (): Promise<LiveDocument> =>
    createLiveDocuments({ log, leases, clock: createSettableClock() }).open(IDEA);
  return { log, open };
};

describe('a history that grows and grows', () => {
  it('[CE10] ends where every page would be sent too much; what stands there stays, shrinks and is sealed', async () => {
    const { log, open } = place();
    const document = await open();
    const author = writer(100);
    await document.receive(typed(author, 0, 'gardé'), { person: 'author' });
    const most = Math.ceil(LIMITS.historyBytes / PASTE.length) + 2;
    let pasted = 0;
    for (;;) {
      const answer = await document.receive(typed(author, 0, PASTE), { person: 'author' });
      if (!answer.ok) {
        expect(answer.failure).toMatchObject({ code: 'document-full', transient: false });
        break;
      }
      expect(++pasted).toBeLessThan(most);
      const taken = change(author, () => titleOf(author).delete(0, PASTE.length));
      expect((await document.receive(taken, { person: 'author' })).ok).toBe(true);
    }
    expect(pasted * PASTE.length).toBeGreaterThan(LIMITS.historyBytes - 2 * PASTE.length);
    // A server that starts on it says the same, and seals it as it is.
    const again = await open();
    const bytes = log.rows.map((row) => row.bytes);
    const colleague = writer(50, bytes);
    const more = await again.receive(typed(colleague, 0, 'y'), { person: 'colleague' });
    expect(more).toMatchObject({ ok: false, failure: { code: 'document-full' } });
    const shorter = writer(50, bytes);
    const erased = change(shorter, () => titleOf(shorter).delete(4, 1));
    expect((await again.receive(erased, { person: 'colleague' })).ok).toBe(true);
    expect(await again.seal()).toMatchObject({ title: 'gard', logRows: bytes.length + 2 });
  });

  it('[CE18] is read for its writers a little at a time, with the same answer', async () => {
    const { log, open } = place();
    const document = await open();
    const [author, colleague] = [writer(100), writer(50)];
    for (let n = 0; n < 40; n++) {
      await document.receive(typed(author, n, 'a'), { person: 'author' });
      await document.receive(typed(colleague, n, 'b'), { person: 'colleague' });
    }
    const inSlices = await replayAuthorsInSlices(log.rows);
    expect(inSlices).toEqual(replayAuthors(log.rows));
    expect(inSlices.title.map(({ person }) => person)).toContain('colleague');
  });
});
