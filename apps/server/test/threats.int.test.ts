/** Attacks on authorship, by number, through the doors of a running server: refused with the reason, and nothing moved. */
import { bodyOf, newDocument, readDocument, titleOf } from '@butinerie/collaboration/document';
import { joinIdea, presenceChanged, showPresence, updateIdea, type IdeaId } from '@butinerie/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  afterGap,
  deleteAhead,
  onNothing,
  replayOf,
  stringInRoot,
  struct,
  underIdOf,
  varUint,
} from './support/forged-updates.ts';
import {
  append,
  change,
  copyUnder,
  createDesk,
  inTitle,
  PATIENCE,
  type Writer,
} from './support/open-pages.ts';
import type { PersonSocket } from '../trials/support/socket.ts';
import { openWritingHouse, type OpenChallenge, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let open: OpenChallenge;
let set: Scene;
let asker: PersonSocket;
/** What one test opens, and what all of them share. */
const desk = createDesk();
const shared = createDesk();

beforeAll(async () => {
  house = await openWritingHouse();
  open = await house.openChallenge();
  set = await scene(shared);
  asker = await shared.socket(house.reader);
});
afterEach(() => desk.closeAll());
afterAll(async () => {
  shared.closeAll();
  await house.server.stop();
});

interface Scene {
  readonly idea: IdeaId;
  readonly hers: Writer;
  readonly his: Writer;
  /** The id she writes under, with clocks spent, and one that is his. */
  readonly herId: number;
  readonly hisId: number;
}

/** An author who wrote under an id of hers, and a co-author who has her words. */
async function scene(on = desk): Promise<Scene> {
  const idea = await house.idea(open.challenge, { shared: true });
  const hers = await on.writer(house.author, idea);
  await hers.give(hers.bytes(inTitle('Donner les repas. ')));
  const his = await on.writer(house.colleague, idea);
  return { idea, hers, his, herId: hers.doc.clientID, hisId: his.doc.clientID };
}

interface Standing {
  readonly text: string;
  readonly vector: string;
  readonly seq: number;
}
async function standing(idea: IdeaId): Promise<Standing> {
  const joined = await asker.send(joinIdea, { idea, vector: new Uint8Array(), lease: 0 });
  if (!joined.ok) throw new Error(joined.failure.code);
  const doc = newDocument();
  Y.applyUpdate(doc, joined.value.update);
  const { title, text } = readDocument(doc);
  return {
    text: [title, text].join('\n'),
    vector: Buffer.from(joined.value.vector).toString('hex'),
    seq: joined.value.seq,
  };
}

/** Refused for this reason; text, vector and log as before, and the others hear only what honest people write. */
async function expectRefused(
  { idea, hers, his }: Scene,
  bytes: Uint8Array,
  { rule, permanent = true }: { rule: string; permanent?: boolean },
): Promise<void> {
  const before = await standing(idea);
  const heard = hers.heard.length;
  expect(await his.send(updateIdea, { idea, update: bytes })).toEqual({
    ok: false,
    failure: { code: 'update-refused', rule, permanent },
  });
  expect(await standing(idea)).toEqual(before);
  const honest = his.bytes((doc) => append(doc, '.'));
  expect(await his.give(honest)).toMatchObject({ ok: true, value: { seq: before.seq + 1 } });
  await expect.poll(() => hers.heard.length, PATIENCE).toBe(heard + 1);
  expect(Buffer.from(hers.heard.at(-1) ?? [])).toEqual(Buffer.from(honest));
}

describe('forged updates', () => {
  test("[T9] words under the author's next clock are foreign-client, though plain Yjs applies them", async () => {
    const forged = underIdOf(set.herId, set.his.doc);
    const plain = copyUnder(1, set.his.doc);
    Y.applyUpdate(plain, forged);
    expect(readDocument(plain).title).toContain('FAUX');
    await expectRefused(set, forged, { rule: 'foreign-client' });
  });

  test('[T9] nor under an id of hers that she has not used yet', async () => {
    const unused = set.hers.joined.lease[2] ?? 0;
    await expectRefused(set, underIdOf(unused, set.his.doc), { rule: 'foreign-client' });
  });

  test('[T10] old clocks with other words insert nothing and nobody hears of them', async () => {
    const { idea, hers, his, herId } = set;
    const before = await standing(idea);
    const heard = hers.heard.length;
    const answer = await his.give(replayOf(herId, 'Vendre les repas. '));
    expect(answer).toMatchObject({ ok: true, value: { kept: 'text', fresh: false, seq: before.seq } });
    expect(await standing(idea)).toEqual(before);
    const honest = his.bytes(inTitle('Oui : '));
    await his.give(honest);
    await expect.poll(() => hers.heard.length, PATIENCE).toBe(heard + 1);
    expect(Buffer.from(hers.heard.at(-1) ?? [])).toEqual(Buffer.from(honest));
    const fresh = await desk.writer(house.reader, idea);
    expect(readDocument(fresh.doc).title).toBe('Oui : Donner les repas. Éteindre les écrans');
  });

  test('[T11] an id that was never leased is unknown-client', async () => {
    await expectRefused(set, underIdOf(777, set.his.doc), { rule: 'unknown-client' });
  });

  test('[T12] own and forged words in one update: refused, the own part absent too', async () => {
    const own = change(copyUnder(set.hisId, set.his.doc), inTitle('À MOI '));
    const both = Y.mergeUpdates([own, underIdOf(set.herId, set.his.doc)]);
    await expectRefused(set, both, { rule: 'foreign-client' });
    expect((await standing(set.idea)).text).not.toContain('À MOI');
  });

  test('[T13] a gap and a dangling origin are refused, and nothing waits for what is missing', async () => {
    await expectRefused(set, afterGap(set.hisId, set.his.doc), { rule: 'gap', permanent: false });
    const dangling = onNothing(set.hisId, { base: set.his.doc, absent: set.his.joined.lease[1] ?? 0 });
    await expectRefused(set, dangling, { rule: 'dangling-origin', permanent: false });
    const fresh = await desk.writer(house.reader, set.idea);
    expect(fresh.doc.store.pendingStructs).toBeNull();
    expect(fresh.doc.store.pendingDs).toBeNull();
  });

  test('[T14] words are not deleted before they are written', async () => {
    await expectRefused(set, deleteAhead(set.herId, set.his.doc), {
      rule: 'future-delete',
      permanent: false,
    });
    const coming = set.hers.bytes(inTitle('à venir '));
    expect(await set.hers.give(coming)).toMatchObject({ ok: true });
    expect((await standing(set.idea)).text).toContain('à venir');
  });

  test.each<[string, string, (doc: Y.Doc) => void]>([
    ['a root of credits', 'forbidden-root', (doc) => doc.getText('credits').insert(0, 'x')],
    ['a root named __proto__', 'forbidden-root', (doc) => doc.getText('__proto__').insert(0, 'x')],
    ['a map of users', 'forbidden-root', (doc) => doc.getMap('users').set('a', 1)],
    ['a sub-document', 'forbidden-content', (doc) => bodyOf(doc).insert(0, [new Y.Doc() as never])],
    ['an embed', 'forbidden-content', (doc) => titleOf(doc).insertEmbed(0, { image: 'x' })],
    ['a script', 'forbidden-content', (doc) => bodyOf(doc).insert(0, [new Y.XmlElement('script')])],
    [
      'a link that runs',
      'forbidden-content',
      (doc) => {
        const run = new Y.XmlText();
        run.insert(0, 'lien', { link: { href: 'javascript:alert(1)' } });
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [run]);
        bodyOf(doc).insert(0, [paragraph]);
      },
    ],
  ])('[T15] %s is refused as %s', async (_what, rule, mutate) => {
    await expectRefused(set, change(copyUnder(set.hisId, set.his.doc), mutate), { rule });
  });

  test('[T16] truncated, v2, trailing, zero-length and skipping bytes are refused, and none of them hurts', async () => {
    const { his, idea } = set;
    const hisId = his.joined.lease[3] ?? 0;
    const honest = change(copyUnder(hisId, his.doc), inTitle('honnête '));
    const at = { client: hisId, clock: 0 };
    const malformed: Uint8Array[] = [
      new Uint8Array(),
      new Uint8Array([255]),
      Y.convertUpdateFormatV1ToV2(honest),
      new Uint8Array([...honest, 0]),
      struct(at, { info: 4, content: stringInRoot('title', '') }),
    ];
    const before = await standing(idea);
    const truncated = Array.from({ length: honest.length - 1 }, (_, n) => honest.slice(0, n + 1));
    for (const update of [...malformed, ...truncated]) {
      const answer = await his.send(updateIdea, { idea, update });
      expect(answer).toEqual({
        ok: false,
        failure: { code: 'update-refused', rule: 'malformed-update', permanent: true },
      });
    }
    // What was skipped or collected, of any length; 0x8a is a Skip dressed as an item.
    for (const skipping of [
      struct(at, { info: 10, content: varUint(0) }),
      struct(at, { info: 10, content: varUint(5) }),
      struct(at, { info: 0x8a, content: [...varUint(set.herId), 0, 5] }),
      struct(at, { info: 0, content: varUint(5) }),
    ])
      await expectForbidden(his, idea, skipping);
    expect(await standing(idea)).toEqual(before);
    expect(await his.give(honest)).toMatchObject({ ok: true, value: { fresh: true } });
  });

  test('[T16] flipped bits break nothing: the log, a fresh reader and those who listened agree', async () => {
    const { idea, hers, his } = await scene();
    const hisId = his.doc.clientID;
    // Its own document is no page: an id seen coming back is no reason for it to take another.
    his.doc.clientID = 1;
    let seed = 20_261_012;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let n = 0; n < 150; n++) {
      const bytes = change(copyUnder(hisId, his.doc), inTitle(`n${n} `));
      const at = random(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
      const answer = await his.give(bytes);
      if (answer.ok) {
        Y.applyUpdate(his.doc, bytes);
        continue;
      }
      expect(answer.failure).toMatchObject({ code: 'update-refused', rule: expect.any(String) });
    }
    await his.give(change(copyUnder(his.joined.lease[1] ?? 0, his.doc), inTitle('fin ')));
    const fresh = async () => readDocument((await desk.writer(house.reader, idea)).doc).title;
    const last = await fresh();
    expect(last).toContain('fin ');
    await expect.poll(() => readDocument(hers.doc).title, PATIENCE).toBe(last);
    expect(hers.doc.store.pendingStructs).toBeNull();
  });
});

async function expectForbidden(his: Writer, idea: IdeaId, update: Uint8Array): Promise<void> {
  const answer = await his.send(updateIdea, { idea, update });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'update-refused', permanent: true } });
}

describe('ids and carets', () => {
  test('[T17] many joins at once lease ids that are all different, and each is good for its person only', async () => {
    const { idea } = set;
    const joins = await Promise.all(
      Array.from({ length: 24 }, (_, n) => desk.writer(n % 2 === 0 ? house.author : house.colleague, idea)),
    );
    const leased = joins.flatMap(({ joined }) => joined.lease);
    expect(leased).toHaveLength(96);
    expect(new Set(leased).size).toBe(96);
    const [hers, his] = joins as [Writer, Writer];
    for (const id of joins[2]?.joined.lease ?? []) {
      expect(await his.give(underIdOf(id, his.doc))).toMatchObject({ failure: { rule: 'foreign-client' } });
      expect(await hers.give(underIdOf(id, hers.doc))).toMatchObject({ ok: true });
    }
  });

  test('[T17] an id leased in one idea is good for nothing in another', async () => {
    const other = await scene();
    await expectRefused(set, underIdOf(other.hisId, set.his.doc), { rule: 'unknown-client' });
  });

  test("[T18] a colleague's caret carries the colleague's name whatever it says, and none under an id of hers", async () => {
    const { idea, hers, his, herId, hisId } = set;
    const carets: Map<number, { user: { name: string; person: string } }>[] = [];
    hers.socket.on(presenceChanged.name, (raw: unknown) => {
      carets.push(statesIn(presenceChanged.payload.parse(raw).carets));
    });
    const state = { cursor: null, user: { name: 'Ana Exemple', person: house.author.id, color: 'red' } };
    const show = (client: number) =>
      his.send(showPresence, { idea, caret: caretOf(client, { clock: 1, state }) });
    expect(await show(herId)).toEqual({ ok: true, value: { shown: false } });
    expect(await show(hisId)).toEqual({ ok: true, value: { shown: true } });
    await expect
      .poll(() => carets.at(-1)?.get(hisId), PATIENCE)
      .toEqual({
        cursor: null,
        user: { name: 'Côme Exemple', person: house.colleague.id },
      });
    expect(carets.some((seen) => seen.has(herId))).toBe(false);
    expect(await his.send(showPresence, { idea, caret: new Uint8Array([9, 9]) })).toEqual({
      ok: false,
      failure: { code: 'update-refused', rule: 'malformed-presence', permanent: false },
    });
  });
});

/** y-protocols awareness: count, then client, clock and state of each. */
function caretOf(client: number, { clock, state }: { clock: number; state: unknown }): Uint8Array {
  const json = [...new TextEncoder().encode(JSON.stringify(state))];
  return Uint8Array.from([1, ...varUint(client), ...varUint(clock), ...varUint(json.length), ...json]);
}

function statesIn(bytes: Uint8Array): Map<number, { user: { name: string; person: string } }> {
  let at = 0;
  const number = (): number => {
    for (let value = 0, unit = 1; ; unit *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte % 128) * unit;
      if (byte < 128) return value;
    }
  };
  return new Map(
    Array.from({ length: number() }, () => {
      const client = number();
      number();
      const length = number();
      at += length;
      return [client, JSON.parse(new TextDecoder().decode(bytes.slice(at - length, at)))] as const;
    }),
  );
}
