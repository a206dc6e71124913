import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wire } from './index.ts';

const frameOf = (packet: Parameters<InstanceType<typeof wire.Encoder>['encode']>[0]): string | Uint8Array =>
  new wire.Encoder().encode(packet)[0];

function read(frame: string | ArrayBuffer | Uint8Array): unknown {
  const heard: unknown[] = [];
  const decoder = new wire.Decoder();
  decoder.on('decoded', (packet) => heard.push(packet));
  decoder.add(frame);
  expect(heard).toHaveLength(1);
  return heard[0];
}

describe('a packet in one frame', () => {
  test('bytes travel in the frame of their message, at both ends of the same kinds of buffer', () => {
    const data = [
      'idea:update',
      { idea: 'id_é', update: Buffer.from([0, 1, 255]), more: [new Uint8Array(0)] },
    ];
    const frame = frameOf({ type: 2, nsp: '/', id: 12, data });
    if (typeof frame === 'string') throw new Error('bytes in text');
    const read_ = { idea: 'id_é', update: new Uint8Array([0, 1, 255]), more: [new Uint8Array(0)] };
    const expected = { type: 2, nsp: '/', id: 12, data: ['idea:update', read_] };
    expect(read(frame)).toEqual(expected);
    expect(read(Buffer.from(frame))).toEqual(expected);
    expect(read(frame.slice().buffer)).toEqual(expected);
  });

  test('what has no bytes is the text that Socket.IO writes itself', () => {
    expect(frameOf({ type: 0, nsp: '/', data: { protocol: 1 } })).toBe('0{"protocol":1}');
    expect(frameOf({ type: 2, nsp: '/', id: 7, data: ['a', 1] })).toBe('27["a",1]');
    expect(frameOf({ type: 1, nsp: '/' })).toBe('1');
    expect(read('3/other,4["x"]')).toEqual({ type: 3, nsp: '/other', id: 4, data: ['x'] });
  });

  test('any message comes back as it was', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.uint8Array());
    const payload = fc.dictionary(
      fc.string().filter((key) => key !== '_bytes' && key !== '__proto__'),
      fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })),
      { maxKeys: 4 },
    );
    fc.assert(
      fc.property(payload, fc.option(fc.nat(), { nil: undefined }), (said, id) => {
        const packet = { type: 2, nsp: '/', ...(id === undefined ? {} : { id }), data: ['name', said] };
        expect(JSON.stringify(read(frameOf(packet)))).toBe(JSON.stringify(packet));
      }),
    );
  });

  test('what a piece keeps is its own bytes, not the frame', () => {
    const frame = frameOf({ type: 2, nsp: '/', data: ['a', new Uint8Array([1, 2])] });
    const { data } = read(frame) as { data: [string, Uint8Array] };
    expect(data[1].buffer.byteLength).toBe(2);
  });
});

function isRefused(frame: string | Uint8Array): boolean {
  try {
    new wire.Decoder().add(frame);
    return false;
  } catch {
    return true;
  }
}

describe('what is no packet', () => {
  test.each([
    '',
    '5["a"]',
    '51-["a",{"_placeholder":true,"num":0}]',
    '2',
    '2{"a":1}',
    '2["disconnect"]',
    '2[1]',
    '3{}',
    '0[]',
    '1{}',
    '4[]',
    '2["a"',
    'x',
  ])('text %s is refused', (text) => {
    expect(isRefused(text)).toBe(true);
  });

  test('frames whose lengths lie are refused, and random bytes never pass for a message of ours', () => {
    const sound = frameOf({ type: 2, nsp: '/', data: ['a', new Uint8Array([1, 2])] }) as Uint8Array;
    for (let cut = 0; cut < sound.length; cut++) expect(isRefused(sound.subarray(0, cut))).toBe(true);
    expect(isRefused(Buffer.concat([sound, Buffer.of(0)]))).toBe(true);
    const lost = frameOf({ type: 2, nsp: '/', data: ['a', { b: { _bytes: 3 } }, new Uint8Array(1)] });
    expect(() => read(lost)).toThrow('a piece that is not there');
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), isRefused));
  });
});
