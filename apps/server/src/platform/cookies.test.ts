import type { Response } from 'express';
import { describe, expect, test } from 'vitest';
import { sessionCookie } from './cookies.ts';

const kept = (publicUrl: string): unknown[] => {
  const calls: unknown[] = [];
  const response = { cookie: (...sent: unknown[]) => calls.push(...sent) } as unknown as Response;
  sessionCookie(new URL(publicUrl)).keep(response, 'secret', 60);
  return calls;
};

describe('the session cookie', () => {
  test('with TLS it belongs to this very host and never leaves without encryption', () => {
    expect(kept('https://ideas.example.org')).toEqual([
      '__Host-butinerie',
      'secret',
      { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 60_000 },
    ]);
  });

  test('without TLS it has a name that a browser accepts there', () => {
    expect(kept('http://localhost:3000')).toEqual([
      'butinerie',
      'secret',
      { httpOnly: true, secure: false, sameSite: 'lax', path: '/', maxAge: 60_000 },
    ]);
  });

  test.each([
    ['butinerie=abc', 'abc'],
    ['theme=dark; butinerie=abc; other=x=y', 'abc'],
    ['butinerie=', undefined],
    ['xbutinerie=abc', undefined],
    [undefined, undefined],
    ['butinerie=mine; butinerie=planted', undefined],
  ])('is read from %j as %j', (header, token) => {
    expect(sessionCookie(new URL('http://localhost')).read(header)).toBe(token);
  });
});
