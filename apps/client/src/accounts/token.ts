/** Reading a personal link: the token travels in the fragment, which no server and no log ever sees. */

/** `#TOKEN` or `#token=TOKEN`. */
export function tokenOf(hash: string): string | null {
  const token = decodeURIComponent(hash.slice(1).split('=').pop() ?? '');
  return token.length >= 20 ? token : null;
}

/** Where to go once inside: an address of ours, never another site. */
export function wayOf(search: string): string {
  const way = new URLSearchParams(search).get('vers') ?? '/';
  return /^\/(?![/\\])/.test(way) ? way : '/';
}
