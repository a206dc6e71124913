/** What a cell of a list holds once invisible characters are gone: one line of text, never a control character. */

/** Controls, line and paragraph separators: they would break a mail header or hide a second line in a name. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/** Characters without width that Excel and web pages leave behind. */
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]/gu;

export function cleanCell(cell: string): string {
  return cell.replace(BREAKS, ' ').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** For comparing words people type: case, accents, punctuation and spaces do not count. */
export function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
