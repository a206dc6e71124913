/** Reading a personal link: the token travels in the fragment, which no server and no log ever sees. */

/** `#TOKEN` or `#token=TOKEN`; tokens are made of signs that an address carries as they are. */
export function tokenOf(hash: string): string | null {
  return /^#(?:token=)?([\w-]{20,100})$/.exec(hash)?.[1] ?? null;
}

/** Where to go once inside: an address of ours, never another site. */
export function wayOf(search: string): string {
  const way = new URLSearchParams(search).get('vers') ?? '/';
  return /^\/(?![/\\])/.test(way) ? way : '/';
}
