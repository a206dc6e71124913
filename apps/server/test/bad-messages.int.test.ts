/** Messages and frames nobody should send: answered with a problem or cut off, and everybody else works on. */
import { joinIdea, updateIdea } from '@butinerie/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createDesk, inTitle, PATIENCE } from './support/open-pages.ts';
import { openWritingHouse, type OpenChallenge, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let open: OpenChallenge;
const desk = createDesk();

beforeAll(async () => {
  house = await openWritingHouse();
  open = await house.openChallenge();
});
afterEach(() => desk.closeAll());
afterAll(() => house.server.stop());

describe('messages', () => {
  test('garbage is answered with a problem, and the same connection works on', async () => {
    const idea = await house.idea(open.challenge);
    const hers = await desk.writer(house.author, idea);
    const say = (name: string, ...sent: unknown[]) =>
      hers.socket.timeout(10_000).emitWithAck(name, ...sent) as Promise<{
        ok: boolean;
        problem: { code: string };
      }>;
    const codeOf = async (name: string, ...sent: unknown[]) => {
      const { ok, problem } = await say(name, ...sent);
      return ok ? 'ok' : problem.code;
    };
    const update = new Uint8Array([0, 0]);
    expect(await codeOf(updateIdea.name, new Uint8Array(9))).toBe('unknown-field');
    for (const payload of [null, 1, 'x', [], [idea], { idea }, { idea, update: 'AAA=' }])
      expect(await codeOf(updateIdea.name, payload)).toBe('invalid-input');
    expect(await codeOf(updateIdea.name)).toBe('invalid-input');
    expect(await codeOf(updateIdea.name, { idea, update, person: house.reader.id })).toBe('unknown-field');
    expect(await codeOf(updateIdea.name, { idea: { $ne: null }, update })).toBe('invalid-input');
    expect(await codeOf(joinIdea.name, { idea, vector: update, lease: 1_000 })).toBe('invalid-input');
    expect(await codeOf(joinIdea.name, { idea, vector: update, lease: -1 })).toBe('invalid-input');
    for (const name of [
      'idea:destroy',
      '__proto__',
      'constructor',
      'toString',
      '',
      'x'.repeat(10_000),
      '\ud800',
    ])
      expect(await codeOf(name, { idea })).toBe('not-found');
    expect(await codeOf(updateIdea.name, { idea, update: new Uint8Array(300_000) })).toBe('too-large');
    let deep: unknown = 1;
    for (let n = 0; n < 2_000; n++) deep = { deep };
    expect(['invalid-input', 'too-large', 'unknown-field']).toContain(await codeOf(updateIdea.name, deep));
    hers.socket.emit(updateIdea.name, { idea, update });
    expect(hers.socket.connected).toBe(true);
    expect(await hers.give(hers.bytes(inTitle('Toujours là. ')))).toMatchObject({ ok: true });
  });

  test('frames that are no messages end that connection only; it comes back, and the others never noticed', async () => {
    const idea = await house.idea(open.challenge, { shared: true });
    const hers = await desk.page(house.author, idea);
    const his = await desk.page(house.colleague, idea);
    let cuts = 0;
    hers.socket.on('disconnect', () => (cuts += 1));
    for (const frame of [
      'garbage',
      '2{',
      '51-["idea:update",{"_placeholder":true,"num":9}]',
      'x'.repeat(3_000_000),
    ]) {
      const gone = new Promise((resolve) => his.socket.once('disconnect', resolve));
      his.socket.io.engine.send(frame);
      await gone;
      await his.saved();
    }
    his.type(' Revenu.');
    await his.saved();
    await expect.poll(() => hers.text(), PATIENCE).toContain('Revenu.');
    expect(cuts).toBe(0);
  });
});
