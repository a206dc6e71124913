import { expect, test } from 'vitest';
import { countRun, lastLine, sum } from './report.mjs';

const file = (status: string, ...tests: string[]) => ({
  name: 'some.test.ts',
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test('passed, failed and skipped tests are counted one by one', () => {
  const report = {
    testResults: [file('failed', 'passed', 'failed', 'pending', 'todo'), file('passed', 'passed')],
  };
  const counts = countRun({ name: 'unit', exitCode: 1, report });
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: 2, faults: [] });
});

test('a file that broke before its first test is a failure and is named', () => {
  const report = { testResults: [file('passed', 'passed'), file('failed')] };
  const counts = countRun({ name: 'unit', exitCode: 1, report });
  expect(counts).toMatchObject({ passed: 1, failed: 1, faults: ['some.test.ts did not run'] });
});

test('a run without report, without a test, or failing outside its tests is a failure', () => {
  expect(countRun({ name: 'int', exitCode: 1, report: undefined }).failed).toBe(1);
  expect(countRun({ name: 'int', exitCode: 0, report: { testResults: [] } }).failed).toBe(1);
  expect(
    countRun({ name: 'int', exitCode: 0, report: { testResults: [file('passed', 'pending')] } }).failed,
  ).toBe(1);
  const green = { testResults: [file('passed', 'passed')] };
  expect(countRun({ name: 'int', exitCode: 1, report: green }).faults).toEqual([
    'int: the runner failed outside any test',
  ]);
  expect(countRun({ name: 'int', exitCode: 0, report: green }).failed).toBe(0);
});

test('the last line sums the runs and names the skipped only when there are some', () => {
  const one = { passed: 3, failed: 0, skipped: 0, faults: [] };
  expect(lastLine(sum([one, one]))).toBe('6 passed, 0 failed');
  expect(lastLine(sum([one, { ...one, skipped: 2 }]))).toBe('6 passed, 0 failed, 2 skipped');
});
