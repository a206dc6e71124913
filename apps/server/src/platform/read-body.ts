/** Reads the JSON body of a request, never more of it than the route allows. */
import { ok, refuse, type Failure, type Result } from '@butinerie/contracts';
import express, { type Request, type Response } from 'express';

type BodyFailure = Failure<'invalid-input' | 'too-large'>;
type Reader = (request: Request, response: Response) => Promise<Result<unknown, BodyFailure>>;

export function bodyReader(limit: number): Reader {
  // Compressed bodies are refused: nobody needs them here, and a small one may unfold into a very large one.
  const json = express.json({ limit, inflate: false, strict: false, type: 'application/json' });
  return (request, response) =>
    new Promise((resolve, reject) => {
      json(request, response, (error: unknown) => {
        if (error === undefined || error === null) resolve(bodyOf(request));
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
  return sent ? notJson('a body is JSON, sent as application/json') : ok({});
}

/** The refusals of the body parser, which tells them by `type`; anything else is a bug. */
function refusalOf(error: unknown, limit: number): Result<never, BodyFailure> | undefined {
  if (typeof error !== 'object' || error === null || !('type' in error)) return undefined;
  switch (error.type) {
    case 'entity.too.large':
      return refuse('too-large', { limit, size: sizeOf(error, limit) });
    case 'entity.parse.failed':
      return notJson('this is not JSON');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return notJson('JSON is sent as UTF-8, uncompressed');
    case 'request.aborted':
    case 'request.size.invalid':
      return notJson('the body ended too early');
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

const notJson = (message: string) => refuse('invalid-input', { issues: [{ path: 'body', message }] });
