/** The session cookie: out of reach of scripts, of other sites, and (with TLS) of anything but this very host. */
import type { Response } from 'express';

export interface SessionCookie {
  readonly name: string;
  /** The token in a `Cookie` header; undefined when there is none, or more than one: then somebody planted it. */
  read(header: string | undefined): string | undefined;
  keep(response: Response, token: string, maxAgeSeconds: number): void;
  forget(response: Response): void;
}

export function sessionCookie(publicUrl: URL): SessionCookie {
  const secure = publicUrl.protocol === 'https:';
  const name = secure ? '__Host-butinerie' : 'butinerie';
  const attributes = { httpOnly: true, secure, sameSite: 'lax', path: '/' } as const;
  return {
    name,
    read: (header) => valueOf(name, header),
    keep: (response, token, maxAgeSeconds) =>
      void response.cookie(name, token, { ...attributes, maxAge: maxAgeSeconds * 1000 }),
    forget: (response) => void response.clearCookie(name, attributes),
  };
}

function valueOf(name: string, header = ''): string | undefined {
  const found = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return found.length === 1 && found[0] !== '' ? found[0] : undefined;
}
