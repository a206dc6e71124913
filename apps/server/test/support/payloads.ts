/** Hostile strings of the test data, by set; null, said aloud, where the data is not there. */
import { readFileSync } from 'node:fs';

export function hostilePayloads(): Record<string, readonly string[]> | null {
  const folder =
    process.env['BUTINERIE_TEST_DATA'] ?? new URL('../../../../../shared/data', import.meta.url).pathname;
  try {
    const file = readFileSync(`${folder}/payloads/payloads.json`, 'utf8');
    const sets = JSON.parse(file) as Record<string, { payload: unknown }[]>;
    return Object.fromEntries(
      Object.entries(sets).map(([set, rows]) => [set, rows.map(({ payload }) => String(payload))]),
    );
  } catch {
    console.warn(`SKIPPED: hostile payloads are not in ${folder}; set BUTINERIE_TEST_DATA`);
    return null;
  }
}
