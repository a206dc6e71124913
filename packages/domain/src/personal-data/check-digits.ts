/** Numbers that carry their own proof: one figure wrong, and it is another number than it seems. */

const bare = (text: string): string => text.replace(/[\s\u00a0\u202f]/gu, '').toUpperCase();

/** A long number modulo 97, figure by figure. */
function modulo97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

/** The French social security number with its key; Corsica counts as 19 and 18. */
export function isSocialSecurityNumber(text: string): boolean {
  const number = bare(text).replace('2A', '19').replace('2B', '18');
  const month = Number(number.slice(3, 5));
  // 20 to 42 and 50 to 99 stand for months that nobody knew.
  const knownMonth = (month >= 1 && month <= 12) || month >= 20;
  return (
    /^\d{15}$/.test(number) && knownMonth && 97 - modulo97(number.slice(0, 13)) === Number(number.slice(13))
  );
}

const SHORTEST = 15;
const LONGEST = 34;

/** An account number of any country by ISO 13616. */
export function isIban(text: string): boolean {
  const number = bare(text);
  if (number.length < SHORTEST || number.length > LONGEST) return false;
  const moved = number.slice(4) + number.slice(0, 4);
  return modulo97(moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) === 1;
}
