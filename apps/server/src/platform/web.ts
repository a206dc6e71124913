/** The one port: the API, the sockets and the pages. `listen` last, when everything behind it is ready. */
import { refuse } from '@butinerie/contracts';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CannotStart } from './cannot-start.ts';
import type { Config } from './config.ts';
import { sendProblem, type Api } from './http.ts';
import type { Realtime } from './realtime.ts';
import { securityHeaders } from './security-headers.ts';

export interface WebSetup<S> {
  readonly api: Api<S>;
  readonly realtime: Realtime<S>;
  readonly trustProxy: Config['trustProxy'];
  /** Serves everything that is not the API: `servePages(webRoot)`, the development pages, or nothing in tests. */
  readonly pages?: RequestHandler | undefined;
  /** Off in development, where the hot reload puts a script into the page. */
  readonly strictPages?: boolean;
  /** The server to use when something else has to know it before: hot reload in development. */
  readonly http?: Server | undefined;
}

export function createWeb<S>(setup: WebSetup<S>): Server {
  const { api, realtime, trustProxy, pages, strictPages = true, http = createServer() } = setup;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', trustProxy);
  if (strictPages) app.use(securityHeaders(api.setup.publicUrl));
  app.use(api.router);
  app.use('/api', (request, response) => {
    sendProblem(request, response, refuse('not-found', { what: 'route' }).failure);
  });
  if (pages !== undefined) app.use(pages);
  app.use((_request, response) => {
    response.status(404).type('text/plain; charset=utf-8').send('404\n');
  });
  // Express knows an error handler by its four parameters.
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    sendProblem(request, response, failureOf(api, error));
  });

  // Before the sockets, which keep their own path from the application and leave it the rest.
  http.on('request', app);
  realtime.io.attach(http);
  return http;
}

function failureOf<S>(api: Api<S>, error: unknown) {
  // Thrown by the router before any handler of ours: an address with a broken escape.
  if (error instanceof URIError)
    return refuse('invalid-input', { issues: [{ path: 'path', message: 'this address cannot be read' }] })
      .failure;
  return api.incidents(error, { at: 'http' }).failure;
}

/** Resolves with the port, which is chosen by the system when `port` is 0. */
export function listen(http: Server, { port, host }: Pick<Config, 'port' | 'host'>): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void =>
      reject(sentenceFor(error, { port, host }) ?? error);
    http.once('error', failed);
    http.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      http.off('error', failed);
      // A server that listens on a port has an address with a port.
      resolve((http.address() as AddressInfo).port);
    });
  });
}

function sentenceFor(
  error: NodeJS.ErrnoException,
  { port, host }: Pick<Config, 'port' | 'host'>,
): CannotStart | undefined {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CannotStart(`PORT ${port} is taken by another program; choose another one.`, error);
    case 'EACCES':
      return new CannotStart(`PORT ${port} may not be opened by this account; choose one above 1023.`, error);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CannotStart(`HOST "${host}" is not an address of this machine.`, error);
    default:
      return undefined;
  }
}
