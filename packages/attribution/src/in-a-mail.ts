/**
 * Answers for what people keep in their mails: the checkpoint or the receipt in a text that was pasted whole. Only what a
 * mail programme does around lines is undone; inside them nothing is put right.
 */
import { fromBase64 } from './bytes.ts';
import { parseIndex } from './checkpoint.ts';
import { hashLength } from './merkle-hash.ts';

const SIGNATURE = '— ';

/** What an editor or a mail programme does to a file and may be undone: line ends, blanks around, a mark before. */
export function wholeFile(text: string): string {
  return `${text
    .replaceAll('\r\n', '\n')
    .replace(/^\uFEFF/, '')
    .trim()}\n`;
}

/**
 * The last checkpoint that stands in a text among other words. Mail programmes quote, indent and put empty lines between
 * lines; what is signed is only the lines themselves, so they are put together again as they were.
 */
export function checkpointIn(text: string): string | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^[\s>|]+/, '').trimEnd())
    .filter((line) => line !== '');
  for (let at = lines.length - 4; at >= 0; at -= 1) {
    const [origin = '', size = '', root = ''] = lines.slice(at, at + 3);
    const sound =
      /^\S+$/.test(origin) && parseIndex(size) !== undefined && fromBase64(root)?.length === hashLength;
    const signatures = signaturesIn(lines.slice(at + 3));
    if (sound && signatures.length > 0) return [origin, size, root, '', ...signatures, ''].join('\n');
  }
  return undefined;
}

/**
 * The file of a receipt that was pasted among other words, or quoted in a mail; the text itself where there is none.
 * Nothing of the file is put right but the marks that a mail programme puts before its lines.
 */
export function receiptIn(text: string): string {
  const file = wholeFile(text);
  const begin = /^([ \t>|]*)butinerie-receipt@v1 *$/m.exec(file);
  if (begin === null) return file;
  const mark = begin[1] ?? '';
  // An empty line is quoted without the blank that follows the mark.
  const lines = file
    .slice(begin.index)
    .split('\n')
    .map((line) => line.slice([mark, mark.trimEnd()].find((quoted) => line.startsWith(quoted))?.length ?? 0));
  const signed = lines.findIndex((line) => line.startsWith(SIGNATURE));
  const end = signed + signaturesIn(lines.slice(signed)).length;
  return wholeFile(lines.slice(0, end).join('\n'));
}

/** Those that a text begins with. */
function signaturesIn(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => !line.startsWith(SIGNATURE));
  return end < 0 ? lines : lines.slice(0, end);
}
