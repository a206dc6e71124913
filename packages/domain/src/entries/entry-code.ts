/**
 * The code on paper: twelve signs in three groups, of an alphabet in which none is taken for another. Sixty random bits,
 * so that trying them is hopeless and their hash tells nothing.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
/** Random bytes that a code is made of. */
export const CODE_BYTES = LENGTH;

export function spellCode(random: Uint8Array): string {
  const signs = Array.from(random.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join('');
  return (signs.match(/.{4}/g) ?? []).join('-');
}

/** As somebody typed it from paper: null when it cannot be one. */
export function readCode(typed: string): string | null {
  const signs = typed
    .toUpperCase()
    .replace(/[\s\-–—._]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const plain = signs.length === LENGTH && Array.from(signs).every((sign) => ALPHABET.includes(sign));
  return plain ? (signs.match(/.{4}/g) ?? []).join('-') : null;
}
