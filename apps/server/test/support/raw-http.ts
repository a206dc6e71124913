/** Requests as a hostile or broken program writes them: what no typed caller could send. */
import { failureOf, type Failure } from '@butinerie/contracts';
import { expect } from 'vitest';
import type { Caller } from '../../src/caller.ts';

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream;
  readonly headers?: Record<string, string>;
}

export interface RawAnswer {
  readonly status: number;
  readonly failure: Failure;
}

/** Every refusal is a problem of the catalogue, whose status is the response's. */
export async function refused(
  by: Caller,
  { method, path, body, headers = {} }: RawRequest,
): Promise<RawAnswer> {
  const response = await fetch(by.base + path, {
    method,
    headers: { cookie: by.cookie(), 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  } as RequestInit);
  const text = await response.text();
  expect(response.headers.get('content-type'), text).toContain('application/problem+json');
  const problem = JSON.parse(text) as { status: number };
  const failure = failureOf(problem);
  if (failure === undefined) throw new Error(`not a problem of the catalogue: ${text}`);
  expect(problem.status).toBe(response.status);
  return { status: response.status, failure };
}
