import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LIMITS, readDocument, titleOf, writePlainText, writeTitle } from '../document/index.ts';
import { change, typed, writer } from '../testing/guarded-room.ts';
import { createMemoryLeases, createMemoryLog, createSettableClock } from '../testing/memory-ports.ts';
import type { DocumentNews } from './document-terms.ts';
import type { LiveDocument } from './live-document.ts';
import type { LiveDocuments } from './live-documents.ts';
import { createLiveDocuments } from './live-documents.ts';
import { replayAuthors } from './replay-authors.ts';

const IDEA = 'id_1';

const place = () => {
  const log = createMemoryLog();
  const leases = createMemoryLeases();
  const clock = createSettableClock();
  leases.bind(IDEA, 100, 'author');
  leases.bind(IDEA, 50, 'colleague');
  const start = (): LiveDocuments => createLiveDocuments({ log, leases, clock });
  return { log, leases, clock, start, documents: start() };
};

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const heard = (document: LiveDocument): DocumentNews[] => {
  const news: DocumentNews[] = [];
  document.subscribe({ hear: (entry) => void news.push(entry) });
  return news;
};

describe('an update that is accepted', () => {
  it('[CE13] is in the log before it is relayed or acknowledged, with its person, time and client id', async () => {
    const { log, documents, clock } = place();
    const document = await documents.open(IDEA);
    const news = heard(document);
    log.beforeAppend = () => expect(news).toEqual([]);
    const bytes = typed(writer(100), 0, 'Donner');
    const receipt = await document.receive(bytes, { person: 'author', from: 'socket' });
    expect(receipt).toEqual({ ok: true, value: { seq: 1, fresh: true } });
    expect(log.rows).toEqual([{ doc: IDEA, seq: 1, person: 'author', clientId: 100, at: clock.time, bytes }]);
    expect(news).toEqual([{ kind: 'update', bytes, seq: 1, from: 'socket' }]);
  });

  it('[CE13] shares one append with all documents of the tick, and keys may be pipelined', async () => {
    const { log, leases, documents } = place();
    leases.bind('id_2', 7, 'other');
    const [first, second] = await Promise.all([documents.open(IDEA), documents.open('id_2')]);
    const author = writer(100);
    const answers = await Promise.all([
      first.receive(typed(author, 0, 'a'), { person: 'author' }),
      first.receive(typed(author, 1, 'b'), { person: 'author' }),
      second.receive(typed(writer(7), 0, 'c'), { person: 'other' }),
    ]);
    expect(answers.map((answer) => answer.ok && answer.value.seq)).toEqual([1, 2, 1]);
    expect(log.batches).toEqual([3]);
    expect((await first.read()).title).toBe('ab');
  });

  it('[CE4] is acknowledged without a row when all of it was known, once what it repeats is durable', async () => {
    const { log, documents } = place();
    const document = await documents.open(IDEA);
    const news = heard(document);
    const bytes = typed(writer(100), 0, 'a');
    const answers = await Promise.all([
      document.receive(bytes, { person: 'author' }),
      document.receive(bytes, { person: 'author' }),
    ]);
    expect(answers[1]).toEqual({ ok: true, value: { seq: 1, fresh: false } });
    expect([log.rows.length, news.length]).toEqual([1, 1]);
  });

  it('[CE5] refused, it changes nothing and is heard by nobody', async () => {
    const { log, documents } = place();
    const document = await documents.open(IDEA);
    const news = heard(document);
    const answer = await document.receive(typed(writer(100), 0, 'x'), { person: 'colleague' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'foreign-client', transient: false } });
    expect([log.rows.length, news.length, (await document.read()).title]).toEqual([0, 0, '']);
  });
});

describe('an append that fails', () => {
  it('[CE14] is a transient refusal; the document is read again under a higher epoch and the same bytes pass', async () => {
    const { log, documents } = place();
    const document = await documents.open(IDEA);
    const author = writer(100);
    await document.receive(typed(author, 0, 'sûr'), { person: 'author' });
    const before = await document.join({ person: 'author', vector: new Uint8Array(0), lease: 0 });
    const news = heard(document);
    log.beforeAppend = () => {
      throw new Error('disk full');
    };
    const lost = [typed(author, 3, ' a'), typed(author, 5, ' b')];
    const answers = await Promise.all(lost.map((bytes) => document.receive(bytes, { person: 'author' })));
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: false, failure: { code: 'append-failed', transient: true } });
    }
    const epoch = before.ok ? before.value.epoch : 0;
    expect(news).toEqual([{ kind: 'resync', epoch: expect.any(Number) }]);
    expect(news[0]?.kind === 'resync' && news[0].epoch > epoch).toBe(true);
    expect((await document.read()).title).toBe('sûr');
    log.beforeAppend = () => undefined;
    for (const bytes of lost) expect((await document.receive(bytes, { person: 'author' })).ok).toBe(true);
    expect((await document.read()).title).toBe('sûr a b');
    expect(log.rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('[CE14] leaves no hole in the log when later rows were already queued, nor when it was half written', async () => {
    const { log, documents } = place();
    const document = await documents.open(IDEA);
    const author = writer(100);
    let calls = 0;
    log.beforeAppend = (rows) => {
      if (++calls > 1) return;
      const [first] = rows;
      if (first !== undefined) log.rows.push(first);
      throw new Error('connection lost after the first row');
    };
    const one = document.receive(typed(author, 0, 'a'), { person: 'author' });
    const two = document.receive(typed(author, 1, 'b'), { person: 'author' });
    await tick();
    const three = document.receive(typed(author, 2, 'c'), { person: 'author' });
    const codes = (await Promise.all([one, two, three])).map((answer) =>
      answer.ok ? 'ok' : answer.failure.code,
    );
    expect(codes).toEqual(['append-failed', 'append-failed', expect.stringMatching(/append-failed|gap/)]);
    expect((await document.read()).title).toBe('a');
    const again = await document.receive(Y.encodeStateAsUpdate(author), { person: 'author' });
    expect(again.ok).toBe(true);
    expect((await document.read()).title).toBe('abc');
    expect(log.rows.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('[CE14] elsewhere does not touch a document that was not in the batch', async () => {
    const { log, leases, documents } = place();
    leases.bind('id_2', 7, 'other');
    const [first, second] = await Promise.all([documents.open(IDEA), documents.open('id_2')]);
    log.beforeAppend = (rows) => {
      if (rows.some(({ doc }) => doc === IDEA)) throw new Error('no');
    };
    const failing = first.receive(typed(writer(100), 0, 'a'), { person: 'author' });
    await tick();
    await tick();
    const passing = second.receive(typed(writer(7), 0, 'b'), { person: 'other' });
    expect([(await failing).ok, (await passing).ok]).toEqual([false, true]);
  });
});

describe('joining', () => {
  it('[CE15] answers what the vector lacks, the position in the log, and four fresh ids that may write at once', async () => {
    const { documents } = place();
    const document = await documents.open(IDEA);
    const author = writer(100);
    await document.receive(typed(author, 0, 'Donner les repas'), { person: 'author' });
    const answer = await document.join({ person: 'colleague', vector: new Uint8Array(0), lease: 9 });
    if (!answer.ok) throw new Error(answer.failure.code);
    expect([answer.value.seq, answer.value.lease.length, answer.value.sealed]).toEqual([1, 4, false]);
    const colleague = writer(answer.value.lease[0] ?? 0, [answer.value.update]);
    expect(readDocument(colleague).title).toBe('Donner les repas');
    expect((await document.receive(typed(colleague, 0, 'Oui : '), { person: 'colleague' })).ok).toBe(true);
    const again = await document.join({ person: 'author', vector: Y.encodeStateVector(colleague), lease: 0 });
    expect(again.ok && again.value.update).toEqual(new Uint8Array([0, 0]));
  });

  it('[CE15] refuses a state vector that cannot be read', async () => {
    const document = await place().documents.open(IDEA);
    const answer = await document.join({ person: 'x', vector: new Uint8Array([9, 9, 255]), lease: 0 });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'malformed-vector' } });
  });

  it('[CE15] opens a document once for all who ask at the same time, and again from the log after it was idle', async () => {
    const { documents, clock } = place();
    const [one, two] = await Promise.all([documents.open(IDEA), documents.open(IDEA)]);
    expect(one).toBe(two);
    await one.receive(typed(writer(100), 0, 'gardé'), { person: 'author' });
    const listener = { hear: () => undefined };
    one.subscribe(listener);
    clock.time = new Date(clock.time.getTime() + 60_000);
    expect(documents.unloadIdle(clock.time)).toBe(0);
    one.unsubscribe(listener);
    expect([documents.unloadIdle(clock.time), documents.size]).toEqual([1, 0]);
    expect((await (await documents.open(IDEA)).read()).title).toBe('gardé');
  });

  it('[CE43] gives its memory back when nobody asks, under the same epoch, and whoever listens hears what comes', async () => {
    const { documents, log, clock } = place();
    const document = await documents.open(IDEA);
    const news = heard(document);
    const author = writer(100);
    await document.receive(typed(author, 0, 'avant'), { person: 'author' });
    const join = { person: 'author', vector: new Uint8Array(0), lease: 0 };
    const before = await document.join(join);
    let reads = 0;
    const read = log.read.bind(log);
    log.read = (doc) => {
      reads++;
      return read(doc);
    };
    expect(document.rest(clock.time)).toBe(false);
    clock.time = new Date(clock.time.getTime() + 60_000);
    expect([documents.unloadIdle(clock.time), documents.size, document.rest(clock.time)]).toEqual([
      0,
      1,
      false,
    ]);
    const written = await document.receive(typed(author, 5, ' après'), { person: 'author' });
    expect([written.ok, reads, news.length]).toEqual([true, 1, 2]);
    const after = await document.join(join);
    expect(after.ok && before.ok && after.value.epoch === before.value.epoch).toBe(true);
    expect((await document.read()).title).toBe('avant après');
  });

  it('[CE5] a restart knows every id again: a forgery is refused, leftovers of the owner pass', async () => {
    const { documents, start } = place();
    const author = writer(100);
    await (await documents.open(IDEA)).receive(typed(author, 0, 'avant'), { person: 'author' });
    const document = await start().open(IDEA);
    const next = typed(author, 5, ' après');
    expect((await document.receive(next, { person: 'colleague' })).ok).toBe(false);
    expect((await document.receive(next, { person: 'author' })).ok).toBe(true);
  });
});

describe('sealing', () => {
  it('[CE16] takes in all that was accepted, refuses the rest, and judges what comes late', async () => {
    const { documents, log } = place();
    const document = await documents.open(IDEA);
    const news = heard(document);
    const author = writer(100);
    const accepted = document.receive(typed(author, 0, 'dedans'), { person: 'author' });
    await Promise.resolve();
    const sealed = await document.seal();
    const late = typed(author, 6, ' dehors');
    expect((await accepted).ok).toBe(true);
    expect(sealed).toEqual({ logRows: 2, title: 'dedans', text: '' });
    expect(await document.receive(late, { person: 'author' })).toMatchObject({
      ok: false,
      failure: { code: 'idea-sealed', transient: false },
    });
    expect((await document.checkLate(late, 'author')).ok).toBe(true);
    expect((await document.checkLate(late, 'colleague')).ok).toBe(false);
    expect([log.rows.length, news.map(({ kind }) => kind)]).toEqual([2, ['update', 'sealed']]);
    expect(log.rows[1]).toMatchObject({ seq: 2, via: 'seal', bytes: new Uint8Array([0, 0]) });
    expect(await document.seal()).toEqual(sealed);
    expect(log.rows).toHaveLength(2);
    const join = await document.join({ person: 'author', vector: new Uint8Array(0), lease: 4 });
    expect(join.ok && [join.value.sealed, join.value.lease]).toEqual([true, []]);
  });

  it('[CE16] waits for the log even when an append fails meanwhile', async () => {
    const { documents, log } = place();
    const document = await documents.open(IDEA);
    let failures = 1;
    log.beforeAppend = () => {
      if (failures-- > 0) throw new Error('no');
    };
    const lost = document.receive(typed(writer(100), 0, 'perdu'), { person: 'author' });
    await Promise.resolve();
    expect(await document.seal()).toEqual({ logRows: 1, title: '', text: '' });
    expect(await lost).toMatchObject({ ok: false, failure: { code: 'append-failed' } });
  });

  it('[CE16] is made when it is asked for again, if the log could not be ended; nothing is let in between', async () => {
    const { documents, log } = place();
    const document = await documents.open(IDEA);
    log.beforeAppend = () => {
      throw new Error('no');
    };
    await expect(document.seal()).rejects.toThrow('no');
    const late = await document.receive(typed(writer(100), 0, 'tard'), { person: 'author' });
    expect(late).toMatchObject({ ok: false, failure: { code: 'idea-sealed' } });
    log.beforeAppend = () => undefined;
    expect(await document.seal()).toEqual({ logRows: 1, title: '', text: '' });
  });
});

describe('writing for a person', () => {
  it('[CE17] is one update under a fresh id of that person, its row marked', async () => {
    const { documents, log, leases } = place();
    const document = await documents.open(IDEA);
    const answer = await document.writeFor({ person: 'author', via: 'draft' }, (doc) => {
      writeTitle(doc, 'Donner les repas');
      writePlainText(doc, 'un\ndeux');
    });
    expect(answer.ok).toBe(true);
    const [row] = log.rows;
    expect(row).toMatchObject({ person: 'author', via: 'draft', seq: 1 });
    expect((await leases.ownersOf(IDEA)).get(row?.clientId ?? 0)).toBe('author');
    expect(await document.read()).toEqual({ title: 'Donner les repas', text: 'un\ndeux', seq: 1 });
    expect(await document.passages()).toEqual(['un', 'deux']);
  });

  it('[CE17] changes only what changed, so that words of others keep their author', async () => {
    const { documents, log } = place();
    const document = await documents.open(IDEA);
    await document.writeFor({ person: 'author', via: 'draft' }, (doc) =>
      writePlainText(doc, 'Donner les repas non servis'),
    );
    await document.writeFor({ person: 'colleague', via: 'rebound' }, (doc) =>
      writePlainText(doc, 'Donner tous les repas du midi'),
    );
    const { text, deletions } = replayAuthors(log.rows);
    expect(text).toEqual([
      { text: 'Donner ', person: 'author' },
      { text: 'tous ', person: 'colleague' },
      { text: 'les repas ', person: 'author' },
      { text: 'du', person: 'colleague' },
      { text: ' ', person: 'author' },
      { text: 'midi', person: 'colleague' },
    ]);
    expect(deletions.every(({ person, seq }) => person === 'colleague' && seq === 2)).toBe(true);
    expect(deletions.length).toBeGreaterThan(0);
  });
});

describe('limits', () => {
  it('[CE10] long words pasted and taken back again and again, faster than the log, do not fill a text', async () => {
    const { documents, log } = place();
    const document = await documents.open(IDEA);
    const author = writer(100);
    const paste = 'x'.repeat(LIMITS.hardBytes / 5);
    const sent = Array.from({ length: 12 }, () => [
      typed(author, 0, paste),
      change(author, () => titleOf(author).delete(0, paste.length)),
    ]).flat();
    const kept = typed(author, 0, 'gardé');
    const append = log.append.bind(log);
    log.append = async (rows) => {
      for (let ticks = 0; ticks < 4; ticks++) await tick();
      return append(rows);
    };
    const receipts: Promise<{ readonly ok: boolean }>[] = [];
    for (const bytes of [...sent, kept]) {
      receipts.push(document.receive(bytes, { person: 'author' }));
      await tick();
    }
    const answers = await Promise.all(receipts);
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    const inOrder = log.rows.map(({ bytes }, at) => Buffer.compare(bytes, sent[at] ?? kept));
    expect(inOrder).toEqual([...sent, kept].map(() => 0));
    expect((await document.read()).title).toBe('gardé');
  });

  it('[CE10] a text at its hard limit only shrinks', async () => {
    const { documents } = place();
    const document = await documents.open(IDEA);
    const author = writer(100);
    const big = 'x'.repeat(200_000);
    for (const at of [0, 200_000]) await document.receive(typed(author, at, big), { person: 'author' });
    expect((await document.read()).title.length).toBeGreaterThan(LIMITS.hardBytes);
    const refused = await document.receive(typed(author, 0, 'y'), { person: 'author' });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'document-full' } });
    const fresh = writer(100, [(await joinUpdate(document)) ?? new Uint8Array([0, 0])]);
    const erased = change(fresh, () => titleOf(fresh).delete(0, 150_000));
    expect((await document.receive(erased, { person: 'author' })).ok).toBe(true);
    expect((await document.receive(typed(fresh, 0, 'z'), { person: 'author' })).ok).toBe(true);
  });
});

const joinUpdate = async (document: {
  join(wish: {
    person: string;
    vector: Uint8Array;
    lease: number;
  }): Promise<{ ok: true; value: { update: Uint8Array } } | { ok: false; failure: unknown }>;
}): Promise<Uint8Array | null> => {
  const answer = await document.join({ person: 'author', vector: new Uint8Array(0), lease: 0 });
  return answer.ok ? answer.value.update : null;
};

describe('who wrote what', () => {
  it('[CE18] names the writer of each character and the first deleter in the order of the log', async () => {
    const { documents, log } = place();
    const document = await documents.open(IDEA);
    const author = writer(100);
    await document.receive(typed(author, 0, 'Donner les repas'), { person: 'author' });
    const colleague = writer(
      50,
      log.rows.map(({ bytes }) => bytes),
    );
    await document.receive(typed(colleague, 6, ' tous'), { person: 'colleague' });
    await document.receive(
      change(colleague, () => titleOf(colleague).delete(0, 3)),
      { person: 'colleague' },
    );
    Y.applyUpdate(author, log.rows[1]?.bytes ?? new Uint8Array([0, 0]));
    await document.receive(
      change(author, () => titleOf(author).delete(0, 3)),
      { person: 'author' },
    );
    const { title, deletions } = replayAuthors(log.rows);
    expect(title).toEqual([
      { text: 'ner', person: 'author' },
      { text: ' tous', person: 'colleague' },
      { text: ' les repas', person: 'author' },
    ]);
    expect(deletions).toEqual([{ seq: 3, person: 'colleague', client: 100, clock: 0, length: 3 }]);
  });
});
