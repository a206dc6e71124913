import { describe, expect, it } from 'vitest';
import { typed, writer } from '../testing/guarded-room.ts';
import { createMemoryLeases, createMemoryLog, createSettableClock } from '../testing/memory-ports.ts';
import { createRandom } from '../testing/random.ts';
import type { DocumentNews } from './document-terms.ts';
import type { LiveDocument } from './live-document.ts';
import { createLiveDocuments } from './live-documents.ts';
import { replayAuthors } from './replay-authors.ts';

const IDEA = 'id_1';
const PEOPLE = new Map([
  [100, 'author'],
  [50, 'colleague'],
  [70, 'third'],
]);

/** Several servers over one log. */
const servers = async (count: number) => {
  const log = createMemoryLog();
  const leases = createMemoryLeases();
  for (const [id, person] of PEOPLE) leases.bind(IDEA, id, person);
  const start = (): Promise<LiveDocument> =>
    createLiveDocuments({ log, leases, clock: createSettableClock() }).open(IDEA);
  const documents = await Promise.all(Array.from({ length: count }, start));
  return { log, start, documents };
};

const heard = (document: LiveDocument): DocumentNews[] => {
  const news: DocumentNews[] = [];
  document.subscribe({ hear: (entry) => void news.push(entry) });
  return news;
};

const holesIn = (seqs: readonly number[]): readonly number[] => seqs.filter((seq, at) => seq !== at + 1);

describe('two servers over one log', () => {
  it('[CE45] who is overtaken reads what the other wrote, tells it, judges anew and goes on; nobody is refused', async () => {
    const { log, documents } = await servers(2);
    const [one, two] = documents as [LiveDocument, LiveDocument];
    const [first, second] = [heard(one), heard(two)];
    const [author, colleague] = [writer(100), writer(50)];
    const answers = await Promise.all([
      ...['a', 'b', 'c'].map((key, at) => one.receive(typed(author, at, key), { person: 'author' })),
      ...['x', 'y', 'z'].map((key, at) => two.receive(typed(colleague, at, key), { person: 'colleague' })),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true]);
    expect(log.rows).toHaveLength(6);
    expect(holesIn(log.rows.map(({ seq }) => seq))).toEqual([]);
    expect([...first, ...second].some(({ kind }) => kind === 'resync')).toBe(false);
    // Whoever wrote last knows all of it.
    const texts = await Promise.all(documents.map(async (document) => (await document.read()).title));
    expect(texts.some((title) => title.split('').toSorted().join('') === 'abcxyz')).toBe(true);
    const told = new Set([...first, ...second].map((news) => (news.kind === 'update' ? news.seq : 0)));
    expect(told.size).toBe(6);
  });

  it('[CE45] what is forged stays forged when it is judged anew', async () => {
    const { log, documents } = await servers(2);
    const [one, two] = documents as [LiveDocument, LiveDocument];
    const author = writer(100);
    const honest = one.receive(typed(author, 0, 'mot'), { person: 'author' });
    const forged = two.receive(typed(writer(100), 0, 'FAUX'), { person: 'colleague' });
    expect((await honest).ok).toBe(true);
    expect(await forged).toMatchObject({ ok: false, failure: { code: 'foreign-client' } });
    // The same id and clock with other words, from its owner: the second server learns that they are known already.
    const twice = await two.receive(typed(writer(100), 0, 'SIC'), { person: 'author' });
    expect(twice).toMatchObject({ ok: true, value: { fresh: false } });
    expect((await two.read()).title).toBe('mot');
    expect(log.rows).toHaveLength(1);
  });

  it.each([1, 2, 3, 4, 5])(
    '[CE16] [CE45] every update is in the sealed text or late, whichever server it went to (seed %i)',
    async (seed) => {
      const random = createRandom(seed);
      const { log, start, documents } = await servers(3);
      const people = [...PEOPLE];
      const told: Promise<{ word: string; kept: 'text' | 'late' | 'again' }>[] = [];
      const authors = people.map(([id]) => writer(id));
      const lengths = people.map(() => 0);
      const seals: Promise<{ title: string; logRows: number }>[] = [];
      for (let turn = 0; turn < 60; turn++) {
        const at = turn % people.length;
        const [author, document, entry] = [authors[at], documents[at], people[at]];
        if (author === undefined || document === undefined || entry === undefined) throw new Error('nobody');
        const word = `${at}-${turn};`;
        const update = typed(author, lengths[at] ?? 0, word);
        lengths[at] = (lengths[at] ?? 0) + word.length;
        told.push(
          document.receive(update, { person: entry[1] }).then((answer) => {
            if (answer.ok) return { word, kept: 'text' };
            return { word, kept: answer.failure.code === 'idea-sealed' ? 'late' : 'again' };
          }),
        );
        if (turn === 35) seals.push((documents[random.integer(3)] ?? document).seal());
        if (turn === 37) seals.push((documents[random.integer(3)] ?? document).seal());
        if (random.chance(0.4)) await new Promise((resolve) => setImmediate(resolve));
      }
      const [sealed, sealedAgain] = await Promise.all(seals);
      const outcomes = await Promise.all(told);
      expect(sealedAgain).toEqual(sealed);
      expect(outcomes.filter(({ kept }) => kept === 'again')).toEqual([]);
      const inText = sealed?.title.match(/\d+-\d+;/g)?.toSorted() ?? [];
      expect(inText).toEqual(
        outcomes.flatMap(({ word, kept }) => (kept === 'text' ? [word] : [])).toSorted(),
      );
      expect(outcomes.some(({ kept }) => kept === 'late')).toBe(true);
      expect(holesIn(log.rows.map(({ seq }) => seq))).toEqual([]);
      expect(log.rows.filter(({ via }) => via === 'seal')).toHaveLength(1);
      expect(log.rows.at(-1)?.via).toBe('seal');
      const { title } = replayAuthors(log.rows);
      expect(title.map(({ text }) => text).join('')).toBe(sealed?.title);
      // A server that starts after a crash in between, and whose record does not know of the seal yet.
      const started = await start();
      expect(started.sealed).toBe(true);
      expect(await started.seal()).toEqual(sealed);
    },
  );

  it('[CE46] what another server wrote is told in order, each row once, also to who listens to a text at rest', async () => {
    const { documents } = await servers(2);
    const [one, two] = documents as [LiveDocument, LiveDocument];
    const news = heard(two);
    const author = writer(100);
    const seqs = (): number[] => news.map((entry) => (entry.kind === 'update' ? entry.seq : 0));
    await one.receive(typed(author, 0, 'a'), { person: 'author' });
    await Promise.all([two.follow(1), two.follow(1), two.follow()]);
    expect(seqs()).toEqual([1]);
    // Known already, or not there yet: nothing is told twice.
    await two.follow(1);
    await two.follow(9);
    expect(seqs()).toEqual([1]);

    expect(two.rest(new Date('2030-01-01'))).toBe(true);
    await one.receive(typed(author, 1, 'b'), { person: 'author' });
    await two.follow(2);
    expect(two.rest(new Date('2030-01-01'))).toBe(true);
    await one.receive(typed(author, 2, 'c'), { person: 'author' });
    // Nobody says anything; somebody reads.
    expect((await two.read()).title).toBe('abc');
    expect(seqs()).toEqual([1, 2, 3]);
    await one.seal();
    await two.follow();
    expect(two.sealed).toBe(true);
    expect(news.at(-1)).toEqual({ kind: 'sealed', seq: 4 });
  });

  it.each([1, 2, 3])('[CE46] whoever is woken at any moment hears every row once (seed %i)', async (seed) => {
    const random = createRandom(seed);
    const { log, documents } = await servers(3);
    const news = documents.map(heard);
    const people = [...PEOPLE];
    const authors = people.map(([id]) => writer(id));
    const answers: Promise<{ ok: boolean }>[] = [];
    for (let turn = 0; turn < 40; turn++) {
      const at = random.integer(3);
      const [document, entry, author] = [documents[at], people[at], authors[at]];
      if (document === undefined || entry === undefined || author === undefined) throw new Error('nobody');
      const length = author.getText('title').length;
      answers.push(document.receive(typed(author, length, 'x'), { person: entry[1] }));
      if (random.chance(0.5)) void documents[random.integer(3)]?.follow(log.rows.length);
      if (random.chance(0.4)) await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true);
    await Promise.all(documents.map((document) => document.follow()));
    for (const told of news)
      expect(told.map((entry) => (entry.kind === 'update' ? entry.seq : 0))).toEqual(
        log.rows.map((_row, at) => at + 1),
      );
    const titles = await Promise.all(documents.map(async (document) => (await document.read()).title));
    expect(new Set(titles).size).toBe(1);
    expect(titles[0]).toHaveLength(40);
  });

  it('[CE46] a text whose rows cannot be read keeps the others from nothing, and is read when it is asked again', async () => {
    const { log, documents } = await servers(1);
    const leases = createMemoryLeases();
    leases.bind('id_2', 50, 'colleague');
    let away = false;
    const read: typeof log.read = async (doc, after) => {
      if (away && doc === IDEA) throw new Error('the database is away');
      return log.read(doc, after);
    };
    const ports = { leases, clock: createSettableClock() };
    const far = createLiveDocuments({ ...ports, log: { read, append: (rows) => log.append(rows) } });
    const [one, two] = [heard(await far.open(IDEA)), heard(await far.open('id_2'))];
    await documents[0]?.receive(typed(writer(100), 0, 'a'), { person: 'author' });
    const there = await createLiveDocuments({ ...ports, log }).open('id_2');
    await there.receive(typed(writer(50), 0, 'b'), { person: 'colleague' });
    away = true;
    await expect(far.followAll()).rejects.toThrow('were not read');
    expect([one.length, two.length]).toEqual([0, 1]);
    away = false;
    await far.followAll();
    expect([one.length, two.length]).toEqual([1, 1]);
  });

  it('[CE46] who is woken while a text is sealed waits for the seal, and everybody else goes on', async () => {
    const { documents } = await servers(2);
    const [one, two] = documents as [LiveDocument, LiveDocument];
    await two.receive(typed(writer(50), 0, 'a'), { person: 'colleague' });
    const news = heard(one);
    await Promise.all([one.seal(), one.follow(1), two.follow(9), two.seal()]);
    expect(news.map(({ kind }) => kind)).toEqual(['update', 'sealed']);
    expect([one.sealed, two.sealed]).toEqual([true, true]);
  });

  it('[CE46] a page that comes over from a server that died writes on under the id it was leased there', async () => {
    const { documents } = await servers(2);
    const [one, two] = documents as [LiveDocument, LiveDocument];
    const joined = await one.join({ person: 'author', vector: new Uint8Array(), lease: 1 });
    if (!joined.ok) throw new Error('the join was refused');
    const page = writer(joined.value.lease[0] ?? 0);
    expect((await two.receive(typed(page, 0, 'ici'), { person: 'author' })).ok).toBe(true);
    const forged = await two.receive(typed(writer(4_242), 0, 'là'), { person: 'author' });
    expect(forged).toMatchObject({ ok: false, failure: { code: 'unknown-client' } });
    await two.seal();
    const late = await one.join({ person: 'author', vector: new Uint8Array(), lease: 0 });
    expect(late.ok).toBe(true);
    expect((await one.checkLate(typed(page, 3, ' encore'), 'author')).ok).toBe(true);
  });

  it('[CE47] what an act writes stands in the text once, however many servers are asked for it at once', async () => {
    const { log, documents } = await servers(3);
    const by = { person: 'author', via: 'rebound', ref: 'rb_1' } as const;
    const written = await Promise.all(
      documents.map((document) => document.writeFor(by, (doc) => doc.getText('title').insert(0, 'Repris'))),
    );
    expect(written.filter((each) => each.ok && each.value.fresh)).toHaveLength(1);
    expect(written.every(({ ok }) => ok)).toBe(true);
    expect(log.rows).toHaveLength(1);
    expect((await documents[2]?.read())?.title).toBe('Repris');
  });
});
