/** Counts tests from the runner's own JSON report, so that the last line of `npm test` is never a guess. */

/** @typedef {{ passed: number, failed: number, skipped: number, faults: string[] }} Counts */
/** @typedef {{ name: string, status: string, message?: string, assertionResults: { status: string }[] }} FileReport */

/**
 * A file that failed without a failed test (it did not compile, its setup threw) counts as one failure: its tests
 * never ran. So does a run that says nothing, ran nothing, or failed for a reason outside any test.
 * @param {{ name: string, exitCode: number | null, report: { testResults: FileReport[] } | undefined }} run
 * @returns {Counts}
 */
export function countRun({ name, exitCode, report }) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: 0, faults: [] };
  for (const file of report?.testResults ?? []) {
    const failedBefore = counts.failed;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (file.status === 'failed' && counts.failed === failedBefore) fault(counts, `${file.name} did not run`);
  }
  if (report === undefined) fault(counts, `${name}: the runner left no report`);
  else if (counts.passed + counts.failed === 0) fault(counts, `${name}: nothing ran`);
  else if (exitCode !== 0 && counts.failed === 0)
    fault(counts, `${name}: the runner failed outside any test`);
  return counts;
}

/**
 * @param {Counts} counts
 * @param {string} sentence
 */
function fault(counts, sentence) {
  counts.failed += 1;
  counts.faults.push(sentence);
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return {
    passed: all.reduce((total, { passed }) => total + passed, 0),
    failed: all.reduce((total, { failed }) => total + failed, 0),
    skipped: all.reduce((total, { skipped }) => total + skipped, 0),
    faults: all.flatMap(({ faults }) => faults),
  };
}

/**
 * @param {Counts} counts
 * @returns {string}
 */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
