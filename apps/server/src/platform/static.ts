/**
 * The built client: hashed files kept by browsers for a year, compressed beforehand when a compressed copy lies beside,
 * and the one page for every other address a person may type.
 */
import express, { type RequestHandler, type Response } from 'express';
import { existsSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/** The one page that people take with them. */
const KEPT_PAGE = 'butinerie-verifier.html';

/** Vite puts a hash of the content into the name of everything under this folder. */
const HASHED = '/assets/';
/** The only paths asked of the disk here: no step upwards, nothing escaped. */
const PLAIN = /^(\/[\w-]+(\.[\w-]+)*)+$/;

export function servePages(webRoot: string): RequestHandler {
  const files = express.static(webRoot, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    setHeaders: (response: Response, path: string) => {
      const hashed = path.includes(`${sep}assets${sep}`);
      // A page of its own policy, to be kept: shown here it would have ours, and not run.
      if (path.includes(KEPT_PAGE))
        response.setHeader('Content-Disposition', `attachment; filename="${KEPT_PAGE}"`);
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = join(webRoot, 'index.html');

  // Looks at the disk at every visit: a client rebuilt under a running server is served as it is now.
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const asked = request.path;
    const known = asked === '/' || (!asked.startsWith(HASHED) && extname(asked) === '');
    const path = known ? '/index.html' : asked;
    if (known && !existsSync(page)) return next();
    const encoding = ENCODINGS.find(
      ({ name, suffix }) =>
        PLAIN.test(path) &&
        request.acceptsEncodings(name) === name &&
        existsSync(join(webRoot, path + suffix)),
    );
    response.vary('Accept-Encoding');
    if (encoding === undefined) request.url = path;
    else {
      response.setHeader('Content-Encoding', encoding.name);
      response.type(extname(path));
      request.url = path + encoding.suffix;
    }
    return files(request, response, next);
  };
}
