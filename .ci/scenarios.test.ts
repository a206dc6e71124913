import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { citedRules } from './rules.ts';
import { projectFiles } from './sources.ts';

const SCENARIOS = Array.from({ length: 40 }, (_, at) => `S${at + 1}`);
const page = readFileSync(new URL('../docs/scenarios.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| \[(S\d+)\] \|[^|]*\|([^|]*)\|([^|]*)\|$/gm)].map(
  ([, number = '', files = '', shown = '']) => ({
    number,
    files: [...files.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
    notShown: shown.trim().startsWith('Not shown'),
  }),
);
const cited = citedRules(projectFiles(/\.test\.tsx?$/)).filter(({ number }) => /^S\d+$/.test(number));

test('docs/scenarios.md has a row for each scenario, in their order', () => {
  expect(rows.map(({ number }) => number)).toEqual(SCENARIOS);
});

test('a row names the tests that cite its number, all of them, or says that it is not shown', () => {
  for (const { number, files, notShown } of rows) {
    const citing = new Set(cited.filter((rule) => rule.number === number).map(({ path }) => path));
    expect([number, notShown], 'named and not shown at once, or neither').toEqual([
      number,
      files.length === 0,
    ]);
    // What is not shown yet may be from one change on; its row then follows.
    if (!notShown) expect([number, files.toSorted()]).toEqual([number, [...citing].toSorted()]);
  }
});

test('no test cites a scenario that is not there', () => {
  expect(cited.filter(({ number }) => !SCENARIOS.includes(number))).toEqual([]);
});
