/**
 * Answers for `$regex`: PCRE patterns as far as JavaScript's engine means the same; what it cannot compile is refused.
 */
import type { BSONRegExp } from 'bson';
import { fail } from '../failure.ts';

const cache = new Map<string, RegExp>();

function extended(pattern: string): string {
  return pattern.replace(/\\.|\[(?:\\.|[^\]])*\]|\s+|#.*$/gms, (piece) =>
    /^[\s#]/.test(piece)
      ? piece.startsWith('#') && piece.includes('\n')
        ? piece.slice(piece.indexOf('\n'))
        : ''
      : piece,
  );
}

function compile(pattern: string, options: string): RegExp {
  let flags = '';
  let source = pattern.includes('\0')
    ? fail(51091, 'Regular expression cannot contain an embedded null byte')
    : pattern;
  const inline = /^\(\?([imsx]+)\)/.exec(source);
  if (inline) source = source.slice(inline[0].length);
  for (const letter of new Set(options + (inline?.[1] ?? ''))) {
    if (letter === 'x') source = extended(source);
    else if ('ims'.includes(letter)) flags += letter;
    else if (letter !== 'u') fail(51108, `invalid flag in regex options: ${letter}`);
  }
  source = source.replaceAll('\\A', '^').replaceAll('\\z', '$').replaceAll('\\Z', '$');
  try {
    return new RegExp(source, flags + 'u');
  } catch {
    try {
      return new RegExp(source, flags);
    } catch (error) {
      return fail(51091, `Regular expression is invalid: ${error instanceof Error ? error.message : ''}`);
    }
  }
}

export function regexOf(value: BSONRegExp): RegExp {
  if (value.pattern.length > 32_764) fail(51091, 'Regular expression is too long');
  const name = `${value.options}/${value.pattern}`;
  const known = cache.get(name);
  if (known) return known;
  const made = compile(value.pattern, value.options);
  if (cache.size > 500) cache.clear();
  cache.set(name, made);
  return made;
}
