import { expect, test } from 'vitest';
import { citedRules, definedRules, untraced } from './rules.ts';
import { projectFiles } from './sources.ts';

test('every numbered rule is cited by a test, and every cited rule exists', () => {
  const documents = projectFiles(/^(SPEC|PROTOCOL|README)\.md$/).filter(({ path }) =>
    path.startsWith('packages/'),
  );
  const tests = [...projectFiles(/\.test\.tsx?$/), ...projectFiles(/-suite\.ts$/)];
  expect(untraced(definedRules(documents), citedRules(tests))).toEqual([]);
});

test('every SPEC.md numbers its rules', () => {
  for (const document of projectFiles(/^SPEC\.md$/)) {
    expect(definedRules([document]).length, document.path).toBeGreaterThan(0);
  }
});

test('a rule is defined where its number begins a line, in a list, a heading, a table or alone', () => {
  const text = `- **[ID1]** a\n* [ID2] b\n### [ID3] c\n| [ID4] | d |\n[ID5] e\n1. [ID6] f\nsee [ID7]\n[ID8](link)`;
  expect(definedRules([{ path: 'SPEC.md', text }]).map(({ number }) => number)).toEqual([
    'ID1',
    'ID2',
    'ID3',
    'ID4',
    'ID5',
    'ID6',
  ]);
});

test('a rule is cited in the title of a test or of a group, not in its body', () => {
  const text = `
    describe('[AD1] adopting', () => { test('[AD2] [AD3] twice', () => { expect('[AD4]').toBe(x); }); });
    test.each([1, 2])('[AD5] for %s', f); it.skipIf(slow)(\`[AD6] \${name}\`, f);
  `;
  const cited = citedRules([{ path: 'a.test.ts', text }]).map(({ number }) => number);
  expect(cited.toSorted()).toEqual(['AD1', 'AD2', 'AD3', 'AD5', 'AD6']);
});

test('a rule without test, a test without rule and a number given twice are each named', () => {
  const defined = ['ID1', 'ID2', 'ID2'].map((number) => ({ number, path: 'SPEC.md' }));
  const cited = ['ID2', 'ID9', 'T4', 'S12'].map((number) => ({ number, path: 'a.test.ts' }));
  expect(untraced(defined, cited)).toEqual([
    'SPEC.md: no test cites [ID1]',
    'a.test.ts: cites [ID9], which no page defines',
    'SPEC.md: [ID2] is defined twice',
  ]);
});
