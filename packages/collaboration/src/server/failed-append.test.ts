import { expect, it } from 'vitest';
import { typed, writer } from '../testing/guarded-room.ts';
import { createMemoryLeases, createMemoryLog, createSettableClock } from '../testing/memory-ports.ts';
import { createLiveDocuments, type LiveDocuments } from './live-documents.ts';

const IDEA = 'id_1';
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('[CE14] leaves no hole in the log, however close behind the failure the next row comes', async () => {
  const accepted: boolean[] = [];
  for (let behind = 0; behind < 30; behind++) {
    const [log, leases, clock] = [createMemoryLog(), createMemoryLeases(), createSettableClock()];
    leases.bind(IDEA, 100, 'author');
    leases.bind(IDEA, 50, 'colleague');
    const start = (): LiveDocuments => createLiveDocuments({ log, leases, clock });
    const document = await start().open(IDEA);
    const author = writer(100);
    await document.receive(typed(author, 0, 'sûr'), { person: 'author' });
    const colleague = writer(50);
    let fail = (): void => undefined;
    const append = log.append.bind(log);
    log.append = (rows) => {
      log.append = append;
      return new Promise((_, reject) => {
        fail = () => reject(new Error('disk full'));
      }).then(() => append(rows));
    };
    const lost = document.receive(typed(author, 3, ' a'), { person: 'author' });
    for (let turn = 0; turn < 3; turn++) await tick();
    fail();
    for (let turn = 0; turn < behind; turn++) await Promise.resolve();
    const next = await document.receive(typed(colleague, 0, 'b'), { person: 'colleague' });
    expect((await lost).ok).toBe(false);
    accepted.push(next.ok);
    const seqs = log.rows.map(({ seq }) => seq);
    expect({ behind, seqs }).toEqual({ behind, seqs: next.ok ? [1, 2] : [1] });
    expect((await (await start().open(IDEA)).read()).title).toContain('sûr');
  }
  expect(accepted).toContain(true);
});
