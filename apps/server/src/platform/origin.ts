/**
 * Which pages may act here: our own only. Cookies are SameSite=Lax already; this is the second lock, and the only one a
 * WebSocket has.
 */
import type { IncomingHttpHeaders } from 'node:http';

/**
 * The origin that has to be refused, or `null`. A browser always says where a write or a WebSocket comes from; a caller
 * that sends neither `Origin` nor `Sec-Fetch-Site` is no browser, and no browser can be made to send it with a cookie.
 */
export function foreignOrigin(headers: IncomingHttpHeaders, publicUrl: URL): string | null {
  const { origin, host } = headers;
  if (origin !== undefined) {
    if (origin === publicUrl.origin) return null;
    // Without TLS the instance may be reached by other names of the machine. With TLS the address is one.
    if (publicUrl.protocol === 'http:' && origin === `http://${host}`) return null;
    return origin;
  }
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return null;
  return String(site);
}
