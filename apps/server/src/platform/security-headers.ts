/** What a browser is told to refuse on our pages: anything from elsewhere, any script that is not a file of ours. */
import helmet from 'helmet';
import type { RequestHandler } from 'express';

export function securityHeaders(publicUrl: URL): RequestHandler {
  const secure = publicUrl.protocol === 'https:';
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        // Named beside 'self' for browsers that do not count a WebSocket of the same host as 'self'.
        connectSrc: ["'self'", publicUrl.origin.replace(/^http/, 'ws')],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        // No inline style sheet; the attribute alone, which carries the colour of a named caret in a text.
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Without TLS these two only make browsers complain, and the third would lock people out for a year.
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // A link in a page must not carry the address of an idea, let alone a sign-in link, to another site.
    referrerPolicy: { policy: 'same-origin' },
  });
}
