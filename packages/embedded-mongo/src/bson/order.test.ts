import { Binary, BSONRegExp, Decimal128, Int32, MaxKey, MinKey, ObjectId } from 'bson';
import { describe, expect, it } from 'vitest';
import { decodeDoc } from './decode.ts';
import { encodeDoc } from './encode.ts';
import { valueKey } from './key.ts';
import { add, compareNumbers, divide, multiply } from './numbers.ts';
import type { Num } from './numbers.ts';
import { compare } from './order.ts';
import { show } from './show.ts';
import { timestamp } from './value.ts';
import type { Doc, Value } from './value.ts';

const dec = (text: string): Decimal128 => Decimal128.fromString(text);
const of = (...entries: [string, Value][]): Doc => new Map(entries);

/** From least to greatest; the values of one line are equal. */
const ORDER: Value[][] = [
  [new MinKey()],
  [null],
  [NaN, dec('NaN')],
  [-Infinity, dec('-Infinity')],
  [dec('-1E+400')],
  [-Number.MAX_VALUE],
  [-9_007_199_254_740_993n],
  [-9_007_199_254_740_992n, -9_007_199_254_740_992],
  [-1.5, dec('-1.5'), dec('-1.50')],
  [-1, new Int32(-1), -1n, dec('-1')],
  [dec('-1E-400')],
  [0, -0, new Int32(0), 0n, dec('0'), dec('-0'), dec('0E+3')],
  [dec('1E-400')],
  [Number.MIN_VALUE],
  [dec('0.1')],
  [0.1],
  [1, new Int32(1), 1n, dec('1'), dec('1.000')],
  [dec('1.00000000000000000000000000000001')],
  [5, 5n, new Int32(5), dec('5.0')],
  [9_007_199_254_740_992, 9_007_199_254_740_992n],
  [9_007_199_254_740_993n, dec('9007199254740993')],
  [dec('9007199254740993.5')],
  [9_223_372_036_854_775_806n],
  [9_223_372_036_854_775_807n],
  [9_223_372_036_854_775_808, dec('9223372036854775808')],
  [Number.MAX_VALUE],
  [dec('1E+400')],
  [dec('1.1E+400')],
  [Infinity, dec('Infinity')],
  [''],
  ['a'],
  ['a\0'],
  ['a\0b'],
  ['ab'],
  ['é'],
  ['\uffff'],
  ['😀'],
  [of()],
  [of(['a', 1])],
  [of(['b', 1])],
  [of(['b', 1], ['a', 1])],
  [of(['a', 'x'])],
  [[]],
  [[1]],
  [[1, 2]],
  [[2]],
  [new Binary(Buffer.from([9]))],
  [new Binary(Buffer.from([9]), 5)],
  [new Binary(Buffer.from([1, 2]))],
  [new ObjectId('000000000000000000000001')],
  [new ObjectId('0000000000000000000000ff')],
  [false],
  [true],
  [new Date(-1)],
  [new Date(0)],
  [new Date(1)],
  [timestamp(1, 2)],
  [timestamp(2, 1)],
  [new BSONRegExp('a', '')],
  [new BSONRegExp('a', 'i')],
  [new MaxKey()],
];

describe('the order of values', () => {
  const flat = ORDER.flatMap((line, rank) => line.map((value) => ({ value, rank })));

  it('is the one of MongoDB, for each pair, in comparison and in index keys', () => {
    const wrong: string[] = [];
    for (const left of flat)
      for (const right of flat) {
        const wanted = Math.sign(left.rank - right.rank);
        const [a, b] = [valueKey(left.value), valueKey(right.value)];
        const byKey = a < b ? -1 : a > b ? 1 : 0;
        if (compare(left.value, right.value) !== wanted || byKey !== wanted)
          wrong.push(`${show(left.value)} ~ ${show(right.value)}: ${wanted}`);
      }
    expect(wrong).toEqual([]);
  });

  it('agrees between comparison and keys on random numbers of all types (seed printed)', () => {
    let seed = 20_260_101;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const number = (): Num => {
      const wide = BigInt.asIntN(
        64,
        BigInt(Math.floor(random() * 2 ** 53)) << BigInt(Math.floor(random() * 12)),
      );
      const kinds: Num[] = [
        wide,
        Number(wide) + random(),
        new Int32(Math.floor(random() * 100) - 50),
        dec(`${wide}.${Math.floor(random() * 1e6)}`.slice(0, 34)),
      ];
      return kinds[Math.floor(random() * kinds.length)] ?? 0;
    };
    for (let at = 0; at < 5000; at++) {
      const [left, right] = [number(), number()];
      const name = `${seed} ${show(left)} ${show(right)}`;
      const [a, b] = [valueKey(left), valueKey(right)];
      const wanted = a < b ? -1 : a > b ? 1 : 0;
      expect([compareNumbers(left, right), name]).toEqual([wanted, name]);
    }
  });
});

describe('arithmetic', () => {
  it.each<[Num, Num, Value | undefined]>([
    [new Int32(1), new Int32(2), new Int32(3)],
    [new Int32(2_147_483_647), new Int32(1), 2_147_483_648n],
    [1n, new Int32(2), 3n],
    [9_223_372_036_854_775_807n, new Int32(1), undefined],
    [1.5, new Int32(1), 2.5],
    [dec('1.50'), new Int32(1), dec('2.50')],
    [dec('0.1'), dec('0.2'), dec('0.3')],
    [dec('1E+30'), dec('1E-10'), dec('1000000000000000000000000000000.000')],
  ])('adds %s and %s with the type MongoDB gives', (left, right, wanted) => {
    expect(show(add(left, right) ?? null)).toBe(show(wanted ?? null));
    expect(typeof add(left, right)).toBe(typeof wanted);
  });

  it('multiplies and divides decimals exactly', () => {
    expect(String(multiply(dec('1.10'), dec('3')))).toBe('3.30');
    expect(String(divide(dec('10'), dec('4')))).toBe('2.5');
    expect(String(divide(dec('1'), dec('3')))).toBe('0.3333333333333333333333333333333333');
  });
});

describe('documents', () => {
  it('come back from BSON with every type, name and order they had', () => {
    const inner = of(['2', 'b'], ['1', new Int32(1)], ['__proto__', of(['x', 1n])], ['a', 1]);
    const made = of(['v', ORDER.flat()], ['inner', inner]);
    const bytes = encodeDoc(made);
    expect(encodeDoc(decodeDoc(bytes)).equals(bytes)).toBe(true);
    const back = decodeDoc(bytes).get('inner');
    expect(back instanceof Map && [...back.keys()]).toEqual(['2', '1', '__proto__', 'a']);
  });
});
