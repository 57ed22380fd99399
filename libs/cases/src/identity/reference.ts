/**
 * Consonants and digits that are not mistaken for one another on paper or by phone, and spell no word. Their number is
 * prime, so that the check letter finds every single misread letter.
 */
const ALPHABET = '2345679BCDFGHJKMNPRTWXY';
const LENGTH = 6;

/** Number of random bytes that a reference needs. */
export const REFERENCE_BYTES = LENGTH * 2;

const checkLetter = (letters: string): string => {
  let sum = 0;
  for (const [place, letter] of [...letters].entries()) sum += (place + 2) * ALPHABET.indexOf(letter);
  return ALPHABET.charAt(sum % ALPHABET.length);
};

/**
 * Gives a case's reference, `RP-7K4M-2QX`: six random letters and a check letter. It says nothing of the child, the place
 * or the date. `random` holds `REFERENCE_BYTES` random bytes.
 */
export function makeReference(random: Uint8Array): string {
  let letters = '';
  for (let place = 0; place < LENGTH; place++) {
    const word = (random[2 * place] ?? 0) * 256 + (random[2 * place + 1] ?? 0);
    letters += ALPHABET.charAt(word % ALPHABET.length);
  }
  return `RP-${letters.slice(0, 4)}-${letters.slice(4)}${checkLetter(letters)}`;
}

/**
 * Gives the reference as it is stored from what someone typed (`rp 7k4m 2qx`), or nothing if it is none: a misread or
 * swapped letter is found by the check letter.
 */
export function parseReference(typed: string): string | undefined {
  const letters = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '')
    .replace(/^RP/u, '');
  if (letters.length !== LENGTH + 1 || [...letters].some((letter) => !ALPHABET.includes(letter)))
    return undefined;
  const body = letters.slice(0, LENGTH);
  return checkLetter(body) === letters.slice(LENGTH)
    ? `RP-${body.slice(0, 4)}-${letters.slice(4)}`
    : undefined;
}
