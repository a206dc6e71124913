import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { bodyOf, LIMITS, readDocument, titleOf } from '../document/index.ts';
import type { MemoryTransport } from '../testing/memory-network.ts';
import { CALM, MemoryNetwork } from '../testing/memory-network.ts';
import { createRandom } from '../testing/random.ts';
import { IdeaSession } from './idea-session.ts';
import { SESSION_TABLE } from './session-states.ts';
import type { SessionOptions } from './session-status.ts';

interface Page {
  readonly session: IdeaSession;
  readonly transport: MemoryTransport;
  readonly recovered: string[];
  readonly late: string[];
}

const openPage = (network: MemoryNetwork, person: string, more: Partial<SessionOptions> = {}): Page => {
  const transport = network.transport(person);
  const recovered: string[] = [];
  const late: string[] = [];
  const session = new IdeaSession({
    transport,
    write: true,
    timers: network.timers,
    onRecovered: (draft) => recovered.push(draft.title),
    onLate: (draft) => late.push(draft.title),
    ...more,
  });
  transport.connect();
  return { session, transport, recovered, late };
};

const type = ({ session }: Page, words: string): void => {
  const title = titleOf(session.doc);
  title.insert(title.length, words);
};

const titleIn = ({ session }: Page): string => readDocument(session.doc).title;

const calm = (): MemoryNetwork => new MemoryNetwork(createRandom(1));

describe('a page that writes', () => {
  it('[CE19] takes keys only under a leased id, and shows as saved only what was acknowledged', async () => {
    const network = calm();
    const page = openPage(network, 'author');
    expect(page.session.status).toMatchObject({ state: 'connecting', writable: false });
    await network.run(200);
    expect(page.session.status).toMatchObject({ state: 'live', writable: true, unsent: 0, savedAt: null });
    type(page, 'Donner');
    expect(page.session.status.unsent).toBe(1);
    await network.run(200);
    expect(page.session.status).toMatchObject({ unsent: 0, savedAt: expect.any(Date), seq: 1 });
    expect(network.log.rows[0]).toMatchObject({ person: 'author', clientId: page.session.doc.clientID });
  });

  it('[CE19] merges what is typed within one tick into one message', async () => {
    const network = calm();
    const page = openPage(network, 'author');
    await network.run(200);
    for (const letter of 'Donner les repas') type(page, letter);
    await network.run(200);
    expect(network.log.rows.length).toBe(1);
  });

  it('[CE19] sends what was typed here, and nothing of what others wrote', async () => {
    const network = calm();
    const [one, two] = [openPage(network, 'author'), openPage(network, 'colleague')];
    await network.run(200);
    type(one, 'Donner');
    await network.run(200);
    const sent = vi.spyOn(two.transport, 'update');
    type(one, ' les repas');
    await network.run(200);
    expect([titleIn(two), two.session.status.unsent, sent.mock.calls]).toEqual(['Donner les repas', 0, []]);
  });

  it('[CE19] splits a paste that is longer than one message may be', async () => {
    const network = calm();
    const page = openPage(network, 'author');
    await network.run(200);
    const pasted = '🐝é'.repeat(45_000);
    type(page, pasted);
    bodyOf(page.session.doc).insert(0, [new Y.XmlElement('paragraph')]);
    await network.run(2_000);
    expect(page.session.status).toMatchObject({ state: 'live', unsent: 0 });
    expect(network.log.rows.length).toBeGreaterThan(1);
    expect(network.log.rows.every(({ bytes }) => bytes.length <= LIMITS.updateBytes)).toBe(true);
    expect((await (await network.document()).read()).title).toBe(pasted);
  });
});

describe('cuts and rollbacks', () => {
  it('[CE20] what is typed offline is merged on return, under the same id, and counted as unsent until then', async () => {
    const network = calm();
    const [one, two] = [openPage(network, 'author'), openPage(network, 'colleague')];
    await network.run(200);
    const { clientID } = one.session.doc;
    one.transport.disconnect();
    type(one, 'hors ligne ');
    type(two, 'en ligne ');
    await network.run(300);
    expect(one.session.status).toMatchObject({ state: 'offline', writable: true, unsent: 1 });
    one.transport.connect();
    await network.run(500);
    expect(one.session.status).toMatchObject({ state: 'live', unsent: 0 });
    expect(one.session.doc.clientID).toBe(clientID);
    expect(titleIn(one)).toBe(titleIn(two));
    expect(titleIn(one)).toContain('hors ligne');
  });

  it('[CE14] [CE20] an append that fails loses nothing: same text sent again, later keys under a new id', async () => {
    const network = calm();
    const page = openPage(network, 'author');
    await network.run(200);
    const { clientID } = page.session.doc;
    let failures = 2;
    network.log.beforeAppend = () => {
      if (failures-- > 0) throw new Error('disk full');
    };
    type(page, 'gardé');
    await network.run(3_000);
    type(page, ' toujours');
    await network.run(500);
    expect(page.session.status).toMatchObject({ state: 'live', unsent: 0 });
    expect(page.session.doc.clientID).not.toBe(clientID);
    expect((await (await network.document()).read()).title).toBe('gardé toujours');
    expect(page.recovered).toEqual([]);
  });

  it('[CE20] a lost answer is not a lost text, and not a second one', async () => {
    const network = calm();
    const page = openPage(network, 'author');
    await network.run(200);
    type(page, 'une fois');
    await network.run(25);
    network.weather = { ...CALM, lost: 1 };
    await network.run(300);
    network.weather = CALM;
    await network.run(3_000);
    expect(page.session.status).toMatchObject({ state: 'live', unsent: 0 });
    expect((await (await network.document()).read()).title).toBe('une fois');
  });

  it('[CE20] who is asked to wait keeps her words and her id, and sends them again', async () => {
    const network = calm();
    const page = openPage(network, 'author');
    await network.run(200);
    const { clientID } = page.session.doc;
    const wait = { ok: false, failure: { code: 'too-many-requests' } } as const;
    vi.spyOn(page.transport, 'update').mockResolvedValueOnce(wait).mockResolvedValueOnce(wait);
    vi.spyOn(page.transport, 'join').mockResolvedValueOnce(wait);
    type(page, 'patience');
    await network.run(6_000);
    expect(page.session.status).toMatchObject({ state: 'live', unsent: 0 });
    expect(page.session.doc.clientID).toBe(clientID);
    expect((await (await network.document()).read()).title).toBe('patience');
    expect(page.recovered).toEqual([]);
  });

  it('[CE20] an editor that throws while it follows a change does not stop the page', async () => {
    const network = calm();
    const faults: unknown[] = [];
    const [one, two] = [
      openPage(network, 'author', { onFault: (fault) => faults.push(fault) }),
      openPage(network, 'b'),
    ];
    await network.run(200);
    titleOf(one.session.doc).observe((_event, transaction) => {
      if (!transaction.local) throw new Error('position out of range');
    });
    type(two, 'Donner');
    await network.run(300);
    type(one, ' les repas');
    await network.run(300);
    expect([faults.length, titleIn(one), titleIn(two)]).toEqual([1, 'Donner les repas', 'Donner les repas']);
    expect(one.session.status).toMatchObject({ state: 'live', unsent: 0, seq: 2 });
  });

  it('[CE21] a refused page is read only, keeps its text as a recovered draft, and starts afresh under a new id', async () => {
    const network = calm();
    const page = openPage(network, 'author');
    await network.run(200);
    type(page, 'admis ');
    await network.run(200);
    const { clientID } = page.session.doc;
    titleOf(page.session.doc).insertEmbed(0, { image: 'x' });
    type(page, 'et perdu');
    await network.run(500);
    expect(page.session.status).toMatchObject({ state: 'refused', writable: false });
    expect(page.recovered).toEqual(['admis et perdu']);
    page.session.restart();
    await network.run(500);
    expect(page.session.status).toMatchObject({ state: 'live', writable: true, generation: 1 });
    expect([titleIn(page), page.session.doc.clientID === clientID]).toEqual(['admis ', false]);
  });

  it('[CE16] [CE21] at the seal a page turns read only, and what was on its way is kept as late and said so', async () => {
    const network = calm();
    const [one, two] = [openPage(network, 'author'), openPage(network, 'colleague')];
    await network.run(200);
    type(one, 'à temps');
    await network.run(300);
    two.transport.disconnect();
    type(two, ' trop tard');
    expect((await network.seal()).title).toBe('à temps');
    await network.run(300);
    two.transport.connect();
    await network.run(1_000);
    expect(one.session.status).toMatchObject({ state: 'sealed', writable: false, unsent: 0 });
    expect(two.session.status).toMatchObject({ state: 'sealed', writable: false, unsent: 0 });
    expect(network.late.map(({ person }) => person)).toEqual(['colleague']);
    expect([one.late, two.late.length]).toEqual([[], 1]);
    expect((await (await network.document()).read()).title).toBe('à temps');
  });

  it('[CE16] a page that learns of the seal by the answer to its last word says that this word came late', async () => {
    const network = calm();
    const page = openPage(network, 'author');
    await network.run(200);
    vi.spyOn(page.transport, 'update').mockResolvedValueOnce({ ok: true, value: { late: true } });
    type(page, 'trop tard');
    await network.run(200);
    expect(page.session.status).toMatchObject({ state: 'sealed', unsent: 0 });
    expect(page.late).toEqual(['trop tard']);
  });

  it('[CE16] a page opened after the seal shows the text', async () => {
    const network = calm();
    const page = openPage(network, 'author');
    await network.run(200);
    type(page, 'scellé');
    await network.run(200);
    await network.seal();
    const later = openPage(network, 'colleague');
    await network.run(300);
    expect([later.session.status.state, titleIn(later)]).toEqual(['sealed', 'scellé']);
  });
});

describe('the table', () => {
  it('[CE22] leads out of a refusal only by starting afresh, and never out of the seal', () => {
    for (const [event, next] of Object.entries(SESSION_TABLE.refused)) {
      expect(next).toBe(event === 'restarted' ? 'connecting' : 'refused');
    }
    expect(new Set(Object.values(SESSION_TABLE.sealed))).toEqual(new Set(['sealed']));
  });
});
