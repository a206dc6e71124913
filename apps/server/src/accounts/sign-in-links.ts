/** Links that sign a person in: what each kind is good for, how one is made and how one is used. */
import { refuse, ok, type Failure, type PersonId, type Result } from '@butinerie/contracts';
import { hashToken, newToken } from '../platform/tokens.ts';
import type { Transaction } from '../platform/mongo.ts';
import type { Kit } from './deps.ts';
import type { LinkKind, LinkStored } from './links.store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Terms {
  readonly lasts: number;
  readonly once: boolean;
  /** Making one ends those made before for the same person. */
  readonly replaces: boolean;
}
const TERMS: Readonly<Record<LinkKind, Terms>> = {
  invitation: { lasts: 60 * DAY, once: false, replaces: false },
  // Mailed day after day: an old one found in a mailbox opens nothing.
  notices: { lasts: 7 * DAY, once: false, replaces: false },
  // Paper gets lost: a new slip makes the old one worthless.
  slip: { lasts: 120 * DAY, once: false, replaces: true },
  request: { lasts: HOUR, once: true, replaces: false },
  administrator: { lasts: 7 * DAY, once: true, replaces: true },
};

export interface MadeLink {
  readonly url: string;
  readonly expiresAt: Date;
}
export interface LinkAsked {
  readonly person: PersonId;
  readonly kind: LinkKind;
  /** Where to land once signed in. */
  readonly path: string;
}

export async function makeLink(kit: Kit, asked: LinkAsked, tx?: Transaction): Promise<MadeLink> {
  const [made] = await makeLinks(kit, [asked], tx);
  if (made === undefined) throw new Error('no link was made');
  return made;
}

/** One for each that is asked, in their order. */
export async function makeLinks(
  kit: Kit,
  asked: readonly LinkAsked[],
  tx?: Transaction,
): Promise<MadeLink[]> {
  if (asked.length === 0) return [];
  const now = kit.clock.now();
  for (const { person, kind } of asked)
    if (TERMS[kind].replaces) await kit.links.revoke(person, kind, now, tx);
  const made = asked.map(({ person, kind, path }) => {
    const { lasts, once } = TERMS[kind];
    const token = newToken();
    const expiresAt = new Date(now.getTime() + lasts);
    const stored: LinkStored = {
      _id: hashToken(token),
      person,
      kind,
      once,
      createdAt: now,
      expiresAt,
      usedAt: null,
      revokedAt: null,
    };
    return { stored, url: linkUrl(kit.publicUrl, token, path), expiresAt };
  });
  await kit.links.insert(
    made.map(({ stored }) => stored),
    tx,
  );
  return made.map(({ url, expiresAt }) => ({ url, expiresAt }));
}

/** The token stands in the fragment: it reaches no server log, no proxy and no referrer. */
function linkUrl(publicUrl: URL, token: string, path: string): string {
  if (!/^\/(?![/\\])/.test(path)) throw new Error('a sign-in link lands on a path of this instance');
  const url = new URL('/entrer', publicUrl);
  if (path !== '/') url.searchParams.set('vers', path);
  url.hash = token;
  return url.href;
}

type Reason = 'unknown' | 'expired' | 'used' | 'revoked';

/** The link that signs its person in. Being used is written in the transaction that makes her session. */
export async function useLink(
  kit: Kit,
  tx: Transaction,
  token: string,
): Promise<Result<LinkStored, Failure<'link-unknown'>>> {
  const refused = (reason: Reason) => refuse('link-unknown', { reason });
  const hash = hashToken(token);
  const link = await kit.links.byHash(hash, tx);
  const now = kit.clock.now();
  if (link === null) return refused('unknown');
  if (link.revokedAt !== null) return refused('revoked');
  if (link.expiresAt <= now) return refused('expired');
  if (!(await kit.links.use(hash, now, tx))) return refused('used');
  return ok(link);
}

/** Of these tokens, those that still sign somebody in. */
export async function openLinks(kit: Kit, tokens: readonly string[]): Promise<ReadonlySet<string>> {
  const open = new Set(await kit.links.open(tokens.map(hashToken), kit.clock.now()));
  return new Set(tokens.filter((token) => open.has(hashToken(token))));
}
