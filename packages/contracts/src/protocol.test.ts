import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EDGE_FAILURES, FAILURES, failureOf, problemOf, refuse } from './failures.ts';
import { PLACED_KINDS } from './ids.ts';
import { MESSAGES, NEWS, PROTOCOL, ROUTES, protocolShapes } from './protocol.ts';

interface Fingerprint {
  protocol: number;
  sha256: string;
}
const kept = JSON.parse(
  readFileSync(new URL('./protocol.fingerprint.json', import.meta.url), 'utf8'),
) as Fingerprint;

describe('the protocol', () => {
  test('a change of any shape comes with a new number: write both into protocol.fingerprint.json', () => {
    const sha256 = createHash('sha256').update(JSON.stringify(protocolShapes())).digest('hex');
    expect({ protocol: PROTOCOL, sha256 }).toEqual(kept);
  });

  test('names and method + path are used once', () => {
    const names = [...ROUTES, ...MESSAGES, ...NEWS].map((declared) => declared.name);
    expect(new Set(names).size).toBe(names.length);
    const places = ROUTES.map((r) => `${r.method} ${r.path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test('every route lives under /api and every parameter in its path is declared', () => {
    for (const declared of ROUTES) {
      expect(declared.path.startsWith('/api/')).toBe(true);
      const inPath = [...declared.path.matchAll(/:(\w+)/g)].map((m) => m[1] ?? '').sort();
      const shape = 'shape' in declared.params ? Object.keys(declared.params.shape as object).sort() : [];
      expect({ route: declared.name, params: shape }).toEqual({ route: declared.name, params: inPath });
    }
  });

  test('an address that names something of a challenge names a thing whose challenge the server can tell', () => {
    // People, requests about their names, formats of the house, notes between two challenges and pages of the register are of no challenge.
    const apart = new Set([
      'person',
      'request',
      'note',
      'mail',
      'notice',
      'directorate',
      'n',
      'from',
      'to',
      'change',
      'shredding',
      'format',
    ]);
    const placed: readonly string[] = PLACED_KINDS;
    for (const { name, path } of ROUTES) {
      const named = [...path.matchAll(/:(\w+)/g)].flatMap(([, kind = '']) => (apart.has(kind) ? [] : [kind]));
      expect({
        route: name,
        named,
        placed: named.length === 0 || named.some((kind) => placed.includes(kind)),
      }).toEqual({
        route: name,
        named,
        placed: true,
      });
    }
  });

  test('a route does not list what the edge may always answer', () => {
    const edge: readonly string[] = EDGE_FAILURES;
    for (const declared of [...ROUTES, ...MESSAGES])
      expect(declared.failures.filter((code) => edge.includes(code))).toEqual([]);
  });

  test('no shape lets a client name the authors of an idea', () => {
    // Each makes an idea in the name of somebody who is not there; none touches one that exists.
    const brought = new Set(['importChallenge', 'enterIdea', 'enterAtKiosk']);
    for (const declared of ROUTES) {
      const body = JSON.stringify(declared.body.toJSONSchema({ unrepresentable: 'any', io: 'input' }));
      if (!brought.has(declared.name)) expect(body).not.toMatch(/originator|coauthor|"author/);
    }
  });
});

describe('failures', () => {
  test('each carries at least one fact', () => {
    for (const [code, entry] of Object.entries(FAILURES))
      expect([code, Object.keys(entry.facts.shape).length > 0]).toEqual([code, true]);
  });

  test('a failure survives the way over the wire as an RFC 9457 problem', () => {
    const refused = refuse('title-too-long', { limit: 90, length: 104 });
    const problem = problemOf(refused.failure, '/api/ideas/x/publication');
    expect(problem).toMatchObject({
      type: '/problems/title-too-long',
      status: 422,
      code: 'title-too-long',
      limit: 90,
    });
    expect(failureOf(JSON.parse(JSON.stringify(problem)))).toEqual(refused.failure);
  });

  test('a problem of somebody else is not taken for one of ours', () => {
    expect(
      failureOf({ type: 'about:blank', title: 'Bad gateway', status: 502, instance: '/' }),
    ).toBeUndefined();
    expect(failureOf({ code: 'toString', type: '', title: '', status: 1, instance: '' })).toBeUndefined();
    expect(failureOf('<html>')).toBeUndefined();
  });
});
