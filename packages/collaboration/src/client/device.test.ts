import { describe, expect, it } from 'vitest';
import { bodyOf, newDocument } from '../document/index.ts';
import * as Y from 'yjs';
import type { MemoryDevice } from '../testing/memory-device.ts';
import { createMemoryDevice } from '../testing/memory-device.ts';
import { MemoryNetwork } from '../testing/memory-network.ts';
import type { Page, Seat } from '../testing/page-of.ts';
import { openPage, SHELF, titleIn, typeAtEnd } from '../testing/page-of.ts';
import { createRandom } from '../testing/random.ts';
import { openHold, type LastWords } from './device.ts';

interface Room {
  readonly network: MemoryNetwork;
  readonly device: MemoryDevice;
  readonly open: (seat?: Partial<Seat>) => Promise<Page>;
  readonly titleOnServer: () => Promise<string>;
}

const room = (): Room => {
  const network = new MemoryNetwork(createRandom(1));
  const device = createMemoryDevice(network.timers, () => 5);
  return {
    network,
    device,
    async open(seat = {}) {
      const opening = openPage(network, { person: 'author', device, ...seat });
      await network.run(300);
      return opening;
    },
    titleOnServer: async () => (await (await network.document()).read()).title,
  };
};

describe('what a page leaves on the device', () => {
  it('[CE25] typed offline, survives a crash, is sent by the next page and shown as saved only then', async () => {
    const { network, device, open, titleOnServer } = room();
    const before = await open();
    typeAtEnd(before, 'en ligne');
    await network.run(300);
    before.transport.disconnect();
    typeAtEnd(before, ', hors ligne');
    await network.run(50);
    expect(before.session.status).toMatchObject({ unsent: 1, kept: true });
    before.crash();
    expect(await titleOnServer()).toBe('en ligne');

    const next = await open({ online: false });
    expect([titleIn(next), next.session.status]).toEqual([
      'en ligne, hors ligne',
      expect.objectContaining({ state: 'offline', writable: true, filled: true, unsent: 1 }),
    ]);
    next.transport.connect();
    await network.run(500);
    expect(next.session.status).toMatchObject({ state: 'live', unsent: 0 });
    expect(await titleOnServer()).toBe('en ligne, hors ligne');
    expect(device.shelves.get(SHELF)?.pages).toEqual({});
  });

  it('[CE49] typed in the last moment before a reload, of which the browser finishes nothing, is there after it, once', async () => {
    const { network, device, open, titleOnServer } = room();
    const before = await open();
    typeAtEnd(before, 'en ligne');
    await network.run(300);
    before.transport.disconnect();
    typeAtEnd(before, ', gardé');
    await network.run(50);
    typeAtEnd(before, ', à l’instant');
    void before.close();
    before.crash();
    await network.run(50);

    const next = await open({ online: false });
    expect([titleIn(next), next.session.status.unsent]).toEqual(['en ligne, gardé, à l’instant', 2]);
    next.crash();
    const last = await open();
    await network.run(500);
    expect(titleIn(last)).toBe('en ligne, gardé, à l’instant');
    expect(await titleOnServer()).toBe('en ligne, gardé, à l’instant');
    expect(device.shelves.get(SHELF)?.pages).toEqual({});
  });

  it('[CE49] of two pages that open at once after it only one finds what it left, and nothing is doubled', async () => {
    const { network, device, open, titleOnServer } = room();
    const before = await open({ online: false });
    typeAtEnd(before, 'sans numéro');
    void before.close();
    before.crash();
    const [one, other] = [
      openPage(network, { person: 'author', device }),
      openPage(network, { person: 'author', device }),
    ];
    await network.run(1_000);
    expect([titleIn(await one), titleIn(await other), await titleOnServer()]).toEqual(
      Array.from({ length: 3 }, () => 'sans numéro'),
    );
  });

  it('[CE49] where the shelf takes nothing, what one page left outlives the crash of the next, until it is sent', async () => {
    const { network, device, open, titleOnServer } = room();
    device.refused = true;
    const before = await open({ online: false });
    typeAtEnd(before, 'sans étagère');
    void before.close();
    before.crash();
    const next = await open({ online: false });
    expect(titleIn(next)).toBe('sans étagère');
    next.crash();
    const third = await open();
    await network.run(500);
    expect([titleIn(third), await titleOnServer()]).toEqual(['sans étagère', 'sans étagère']);
    third.crash();
    const last = await open();
    await network.run(500);
    expect([titleIn(last), await titleOnServer()]).toEqual(['sans étagère', 'sans étagère']);
  });

  it('[CE49] what an open page typed since another took its words, where tabs cannot be told apart, outlives its crash', async () => {
    const { network, device, open, titleOnServer } = room();
    [device.refused, device.locks] = [true, false];
    const first = await open();
    first.transport.disconnect();
    typeAtEnd(first, 'un');
    await network.run(50);
    const second = await open({ online: false });
    expect(titleIn(second)).toBe('un');
    typeAtEnd(first, ' deux');
    await network.run(50);
    device.refused = false;
    second.transport.connect();
    await network.run(500);
    first.crash();
    const last = await open();
    await network.run(500);
    expect([titleIn(last), await titleOnServer()]).toEqual(['un deux', 'un deux']);
  });

  it('[CE49] words found where nothing more can be left stay where they were found', async () => {
    const { network, device } = room();
    const found = { unsent: [new Uint8Array([1, 2, 3])], drafts: [] };
    device.lastWords.leave('author/idea', 'page-of-before', found);
    device.refused = true;
    const { ports } = device.page();
    const { lastWords } = ports;
    // Full: what replaces something longer fits, what is new does not.
    const full: LastWords = {
      ...lastWords,
      leave: (name, page, words) => words.unsent.length === 0 && lastWords.leave(name, page, words),
    };
    const opening = openHold({ ...ports, lastWords: full }, 'author/idea', true);
    await network.run(50);
    expect((await opening).left.unsent).toEqual(found.unsent);
    expect(device.lastWords.left('author/idea').get('page-of-before')).toEqual(found);
  });

  it('[CE49] a page that ended in good order leaves its words in one place only', async () => {
    const { network, open, titleOnServer } = room();
    const before = await open({ online: false });
    typeAtEnd(before, 'sans numéro');
    void before.close();
    await network.run(50);
    const next = await open();
    await network.run(500);
    expect([titleIn(next), await titleOnServer()]).toEqual(['sans numéro', 'sans numéro']);
  });

  it('[CE25] typed just before the tab died comes back though the answer was never heard', async () => {
    const { network, open, titleOnServer } = room();
    const before = await open();
    typeAtEnd(before, 'à peine');
    await network.run(12);
    before.crash();
    await network.run(300);
    const next = await open();
    await network.run(500);
    expect([titleIn(next), await titleOnServer()]).toEqual(['à peine', 'à peine']);
    expect(network.log.rows.length).toBe(1);
  });

  it('[CE25] nothing is written on under the id of a page that is no more, nor taken from one that lives', async () => {
    const { network, device, open } = room();
    const [first, second] = [await open(), await open()];
    first.transport.disconnect();
    typeAtEnd(first, 'un ');
    await network.run(50);
    const third = await open({ online: false });
    expect(third.session.status.unsent).toBe(0);
    first.crash();
    const fourth = await open({ online: false });
    expect(fourth.session.status.unsent).toBe(1);
    typeAtEnd(fourth, 'deux');
    const ids = [first, second, third, fourth].map(({ session }) => session.doc.clientID);
    expect(new Set(ids).size).toBe(4);
    expect(device.shelves.get(SHELF)?.ids.some((id) => ids.includes(id))).toBe(false);
    for (const { transport } of [third, fourth]) transport.connect();
    await network.run(500);
    expect([second, third, fourth].map(titleIn)).toEqual(['un deux', 'un deux', 'un deux']);
    expect(new Set(second.session.doc.store.clients.keys())).toEqual(new Set([ids[0], ids[3]]));
  });

  it('[CE25] ids that nobody used serve the next pages, each once, opened at the same moment', async () => {
    const { network, device, open } = room();
    const first = await open();
    expect(device.shelves.get(SHELF)?.ids.length).toBe(3);
    const several = Promise.all(
      Array.from({ length: 5 }, () => openPage(network, { person: 'author', device, online: false })),
    );
    await network.run(500);
    const ids = (await several).map(({ session }) => session.doc.clientID);
    expect(new Set([...ids, first.session.doc.clientID]).size).toBe(6);
    expect(device.shelves.get(SHELF)).toBeUndefined();
  });

  it('[CE25] where tabs cannot be told apart, the words of an open one may go twice to the server and once in the text', async () => {
    const { network, device, open, titleOnServer } = room();
    device.locks = false;
    const first = await open();
    first.transport.disconnect();
    typeAtEnd(first, 'une fois');
    await network.run(50);
    const second = await open();
    await network.run(500);
    first.transport.connect();
    await network.run(500);
    typeAtEnd(first, ' encore');
    await network.run(500);
    expect(await titleOnServer()).toBe('une fois encore');
    expect([first, second].map(({ session }) => session.status.unsent)).toEqual([0, 0]);
    expect(device.shelves.get(SHELF)?.pages).toEqual({});
  });

  it('[CE25] belongs to the person signed in: another one neither sees nor sends it, and it is still there', async () => {
    const { network, device, open, titleOnServer } = room();
    const hers = await open({ shelf: 'hers' });
    hers.transport.disconnect();
    typeAtEnd(hers, 'à elle');
    await network.run(50);
    await hersLeaves(network, hers);
    const his = await open({ person: 'colleague', shelf: 'his' });
    typeAtEnd(his, 'à lui');
    await network.run(500);
    expect([titleIn(his), await titleOnServer()]).toEqual(['à lui', 'à lui']);
    expect(Object.keys(device.shelves.get('hers')?.pages ?? {}).length).toBe(1);
    const again = await open({ shelf: 'hers' });
    await network.run(500);
    expect(again.session.status.unsent).toBe(0);
    expect(network.log.rows.map(({ person }) => person)).toEqual(['colleague', 'author']);
  });

  it('[CE27] without storage the page works on and says that nothing is kept', async () => {
    const { network, device, open, titleOnServer } = room();
    device.refused = true;
    const page = await open();
    page.transport.disconnect();
    typeAtEnd(page, 'sans filet');
    await network.run(50);
    expect(page.session.status).toMatchObject({ writable: true, unsent: 1, kept: false });
    device.refused = false;
    typeAtEnd(page, ' puis gardé');
    await network.run(50);
    expect(page.session.status.kept).toBe(true);
    page.transport.connect();
    await network.run(500);
    expect(await titleOnServer()).toBe('sans filet puis gardé');
  });
});

const hersLeaves = async (network: MemoryNetwork, page: Page): Promise<void> => {
  const closing = page.close();
  await network.run(50);
  await closing;
};

describe('typed without an id', () => {
  const withoutIds = async (write: (doc: Y.Doc) => void = () => {}): Promise<Room & { page: Page }> => {
    const here = room();
    const { network, open, device } = here;
    const first = await open();
    typeAtEnd(first, 'fond');
    write(first.session.doc);
    await network.run(300);
    first.transport.disconnect();
    await network.run(50);
    first.crash();
    const shelf = device.shelves.get(SHELF);
    if (shelf === undefined) throw new Error('nothing was kept');
    const emptied = { ...shelf, ids: [] };
    (device.shelves as Map<string, typeof emptied>).set(SHELF, emptied);
    return { ...here, page: await open({ online: false }) };
  };

  it('[CE26] is kept as a local draft and becomes an update when an id arrives, marks and lists included', async () => {
    const { network, page, titleOnServer } = await withoutIds();
    expect(page.session.status).toMatchObject({ state: 'offline', writable: true, unsent: 0 });
    typeAtEnd(page, ' et brouillon');
    const paragraph = new Y.XmlElement('paragraph');
    const words = new Y.XmlText();
    bodyOf(page.session.doc).insert(0, [paragraph]);
    paragraph.insert(0, [words]);
    words.insert(0, 'gras', { bold: {} });
    const heading = new Y.XmlElement('heading');
    bodyOf(page.session.doc).insert(1, [heading]);
    heading.setAttribute('level', 2 as unknown as string);
    expect(page.session.status.unsent).toBe(1);
    const { generation } = page.session.status;
    page.transport.connect();
    await network.run(500);
    expect(page.session.status).toMatchObject({ state: 'live', unsent: 0, writable: true });
    expect(page.session.status.generation).toBeGreaterThan(generation);
    expect([titleIn(page), await titleOnServer()]).toEqual(['fond et brouillon', 'fond et brouillon']);
    const copy = await network.document();
    expect((await copy.read()).text).toBe('gras\n');
    expect(bodyOf(page.session.doc).toJSON()).toContain('<bold>gras</bold>');
    typeAtEnd(page, ' et suite');
    await network.run(500);
    expect(await titleOnServer()).toBe('fond et brouillon et suite');
    expect(page.recovered).toEqual([]);
  });

  it('[CE26] survives a crash as a draft, twice', async () => {
    const { network, page, open, titleOnServer } = await withoutIds();
    typeAtEnd(page, ' un');
    await network.run(50);
    page.crash();
    const next = await open({ online: false });
    expect([titleIn(next), next.session.status.unsent]).toEqual(['fond un', 1]);
    typeAtEnd(next, ' deux');
    await network.run(50);
    next.crash();
    const last = await open();
    await network.run(500);
    expect([titleIn(last), await titleOnServer()]).toEqual(['fond un deux', 'fond un deux']);
    expect(last.session.status).toMatchObject({ state: 'live', unsent: 0 });
  });

  it('[CE26] comes back as a recovered draft when the idea was sealed meanwhile', async () => {
    const { network, page } = await withoutIds();
    typeAtEnd(page, ' trop tard');
    await network.seal();
    page.transport.connect();
    await network.run(500);
    expect(page.session.status).toMatchObject({ state: 'sealed', unsent: 0 });
    expect([page.recovered, titleIn(page)]).toEqual([['fond trop tard'], 'fond']);
  });

  it('[CE26] is not what Yjs tidies: marks that two people set at once make no draft of who only opens the text', async () => {
    const { network, page } = await withoutIds((doc) => {
      const paragraph = new Y.XmlElement('paragraph');
      bodyOf(doc).insert(0, [paragraph]);
      paragraph.insert(0, [new Y.XmlText('gras')]);
    });
    const document = await network.document();
    for (const client of [7, 8]) {
      const doc = newDocument();
      // Neither has seen what the other does.
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(page.session.doc));
      doc.clientID = client;
      network.leases.bind('id_1', client, 'colleague');
      const before = Y.encodeStateVector(doc);
      const [paragraph] = bodyOf(doc).toArray();
      const words: unknown = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
      if (words instanceof Y.XmlText) words.format(0, 4, { bold: {} });
      const update = Y.encodeStateAsUpdate(doc, before);
      expect(await document.receive(update, { person: 'colleague' })).toMatchObject({ ok: true });
    }
    const { generation } = page.session.status;
    page.transport.connect();
    await network.run(500);
    expect(bodyOf(page.session.doc).toJSON()).toContain('<bold>gras</bold>');
    expect(page.session.status).toMatchObject({ state: 'live', unsent: 0, generation });
    expect(page.recovered).toEqual([]);
  });
});
