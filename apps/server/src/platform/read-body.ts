/** Reads the body of a request, JSON or bytes, never more of it than the route allows. */
import { FILE, ok, refuse, type Failure, type Result, type Route } from '@butinerie/contracts';
import express, { type Request, type Response } from 'express';

type BodyFailure = Failure<'invalid-input' | 'too-large'>;
type Reader = (request: Request, response: Response) => Promise<Result<unknown, BodyFailure>>;

export function bodyReader({ limit, consumes }: Pick<Route, 'limit' | 'consumes'>): Reader {
  const asFile = consumes === FILE;
  // Compressed bodies are refused: nobody needs them here, and a small one may unfold into a very large one.
  const options = { limit, inflate: false, type: consumes };
  const parse = asFile ? express.raw(options) : express.json({ ...options, strict: false });
  return (request, response) =>
    new Promise((resolve, reject) => {
      parse(request, response, (error: unknown) => {
        if (error === undefined || error === null) resolve(asFile ? fileOf(request) : bodyOf(request));
        else {
          const refused = refusalOf(error, limit);
          if (refused !== undefined) resolve(refused);
          else reject(new Error('the body could not be read', { cause: error }));
        }
      });
    });
}

function bodyOf(request: Request): Result<unknown, BodyFailure> {
  const body: unknown = request.body;
  if (body !== undefined) return ok(body);
  const sent =
    request.headers['transfer-encoding'] !== undefined || (request.headers['content-length'] ?? '0') !== '0';
  return sent ? notTaken('a body is JSON, sent as application/json') : ok({});
}

function fileOf(request: Request): Result<unknown, BodyFailure> {
  const body: unknown = request.body;
  // Nothing sent is a file of no bytes: what it is then is for the route to say.
  if (body === undefined && request.headers['content-type'] === FILE) return ok(new Uint8Array());
  return body instanceof Uint8Array ? ok(body) : notTaken(`a file is sent as ${FILE}`);
}

/** The refusals of the body parser, which tells them by `type`; anything else is a bug. */
function refusalOf(error: unknown, limit: number): Result<never, BodyFailure> | undefined {
  if (typeof error !== 'object' || error === null || !('type' in error)) return undefined;
  switch (error.type) {
    case 'entity.too.large':
      return refuse('too-large', { limit, size: sizeOf(error, limit) });
    case 'entity.parse.failed':
      return notTaken('this is not JSON');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return notTaken('JSON is sent as UTF-8, uncompressed');
    case 'request.aborted':
    case 'request.size.invalid':
      return notTaken('the body ended too early');
    default:
      return undefined;
  }
}

/** As announced; of a body of unknown length, what was read before giving up. */
function sizeOf(error: object, limit: number): number {
  if ('length' in error && typeof error.length === 'number') return error.length;
  if ('received' in error && typeof error.received === 'number') return error.received;
  return limit + 1;
}

const notTaken = (message: string) => refuse('invalid-input', { issues: [{ path: 'body', message }] });
