/** Unicode characters, after `preparePassword`. NIST SP 800-63B-4 §3.1.1.2: at least 15 where a password is the only factor. */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 128;

/** Weaker than this on zxcvbn's scale of 0 to 4 is refused: fewer than about 10⁸ guesses. */
export const PASSWORD_MIN_SCORE = 3;

/** Whose password it is: what must not be it. */
export interface PasswordOwner {
  readonly login: string;
  readonly name: string;
}

export type PasswordFault = 'too-short' | 'too-long' | 'names-you' | 'too-easy';

/** The password as it is hashed and compared: OpaqueString of RFC 8265 §4.2, spaces of any kind as one, NFC. */
export const preparePassword = (typed: string): string => typed.replace(/\p{Zs}/gu, ' ').normalize('NFC');

/** Unicode characters. */
export const passwordLength = (typed: string): number => [...preparePassword(typed)].length;

/** What is wrong with the password apart from how easily it is guessed. No rule on which kinds of characters it has. */
export function passwordFaults(typed: string, owner: PasswordOwner): readonly PasswordFault[] {
  const length = passwordLength(typed);
  if (length < PASSWORD_MIN) return ['too-short'];
  if (length > PASSWORD_MAX) return ['too-long'];
  return namesOwner(typed, owner) ? ['names-you'] : [];
}

/** What a guesser tries first about this person. */
export const wordsAbout = ({ login, name }: PasswordOwner): readonly string[] => [
  login,
  name,
  ...partsOf(login),
  ...partsOf(name),
  'repere',
];

/** Little is left once login, name and the name of the tool are taken out. */
function namesOwner(typed: string, owner: PasswordOwner): boolean {
  const said = wordsAbout(owner)
    .map(plain)
    .filter((word) => word.length > 2)
    .sort((a, b) => b.length - a.length);
  const whole = plain(typed);
  const rest = said.reduce((left, word) => left.split(word).join(''), whole);
  return rest.length < whole.length && rest.length < MUST_REMAIN;
}

const MUST_REMAIN = 8;

const partsOf = (name: string): readonly string[] => name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Without case, accents and signs. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
