import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { citedRules } from './rules.ts';
import { projectFiles } from './sources.ts';

const ATTACKS = 39;
const page = readFileSync(new URL('../docs/threats.md', import.meta.url), 'utf8');
const listed = [...page.matchAll(/^\| \[(T\d+b?)\] \|/gm)].map(([, number = '']) => number);

test('every attack of docs/threats.md has a test that names it, and every test an attack that is there', () => {
  const cited = citedRules(projectFiles(/\.test\.tsx?$/)).filter(({ number }) => /^T\d/.test(number));
  const tested = new Set(cited.map(({ number }) => number));
  expect(listed).toHaveLength(ATTACKS);
  expect(new Set(listed).size).toBe(ATTACKS);
  expect(listed.filter((number) => !tested.has(number))).toEqual([]);
  expect(cited.filter(({ number }) => !listed.includes(number))).toEqual([]);
});
