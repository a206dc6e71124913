/**
 * Answers for which tests are meant for a one-node replica set of version 8.0: what a test itself demands.
 */
import { list, records } from './json.ts';

const VERSION = [8, 0, 0];

function order(version: unknown): number {
  const parts = typeof version === 'string' ? version.split('.').map(Number) : [];
  for (const [at, own] of VERSION.entries()) {
    const difference = own - (parts[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** Whether one of the alternatives fits; no alternatives fit everything. */
export function fits(requirements: unknown): boolean {
  if (!Array.isArray(requirements)) return true;
  return records(requirements).some((one) => {
    const { minServerVersion: least, maxServerVersion: most, topologies, auth, csfle } = one;
    if (least !== undefined && order(least) < 0) return false;
    if (most !== undefined && order(most) > 0) return false;
    if (topologies !== undefined && !list(topologies).includes('replicaset')) return false;
    return auth !== true && csfle === undefined;
  });
}
