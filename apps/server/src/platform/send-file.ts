/**
 * Bytes that somebody brought, sent so that nothing in them can act: their type is said by us and never guessed, they run
 * nothing and reach nothing when opened alone, and what is no image is a download.
 */
import type { SentFile } from '@butinerie/contracts';
import type { Response } from 'express';

const INERT = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

export function sendFile(response: Response, { bytes, mediaType, name, inline, lasting }: SentFile): void {
  response.set({
    'Content-Type': mediaType,
    'Content-Disposition': `${inline ? 'inline' : 'attachment'}; ${nameOf(name)}`,
    'Content-Security-Policy': INERT,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  if (lasting === true) {
    response.set({ 'Cache-Control': 'private, no-cache', ETag: '"whole"' });
    if (response.req.fresh) {
      response.status(304).end();
      return;
    }
  }
  response.end(bytes);
}

/** RFC 6266: a name that every program reads, then the whole one. */
function nameOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w. ()-]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}
