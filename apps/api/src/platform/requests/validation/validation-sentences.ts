import type { Words } from '@repere/cases';

/** `given`: what the check was given where it stands, its limits or the values that it allows. */
type Sentence = (given: readonly unknown[]) => Words;

const NOT_ALLOWED: Words = { fr: 'Valeur non admise.', en: 'Value not allowed.' };

const EMPTY: Words = { fr: 'Ce champ ne peut pas rester vide.', en: 'This field cannot be empty.' };

const plain =
  (fr: string, en: string): Sentence =>
  () => ({ fr, en });

/** The last of its limits: the only one, or the greatest. */
const withLimit =
  (fr: (limit: string) => string, en: (limit: string) => string): Sentence =>
  (given) =>
    given.length === 0 ? NOT_ALLOWED : { fr: fr(String(given.at(-1))), en: en(String(given.at(-1))) };
/** Of one there is one. */
const plural = (n: string): string => (n === '1' ? '' : 's');
const withValues =
  (fr: string, en: string): Sentence =>
  ([values]) => {
    const list = Array.isArray(values) ? values.join(', ') : Object.values(Object(values)).join(', ');
    return { fr: `${fr} ${list}.`, en: `${en} ${list}.` };
  };

const AT_LEAST = withLimit(
  (n) => `${n} caractères au moins.`,
  (n) => `${n} characters at least.`,
);

/** What would be right, by the validator's constraint. A service whose bodies use one that is missing does not start. */
const SENTENCES = {
  unknownValue: () => NOT_ALLOWED,
  whitelistValidation: plain('Ce champ n’existe pas ici.', 'There is no such field here.'),
  isString: plain('Un texte est attendu.', 'A text is expected.'),
  day: plain(
    'Un jour du calendrier est attendu : 2026-03-01.',
    'A day of the calendar is expected: 2026-03-01.',
  ),
  isNotEmpty: () => EMPTY,
  isDefined: plain('Ce champ est nécessaire.', 'This field is needed.'),
  equals: ([value]) => ({ fr: `Attendu : ${String(value)}.`, en: `Expected: ${String(value)}.` }),
  isBoolean: plain('Attendu : true ou false.', 'Expected: true or false.'),
  isInt: plain('Un nombre entier est attendu.', 'A whole number is expected.'),
  isNumber: plain('Un nombre est attendu.', 'A number is expected.'),
  isObject: plain('Un objet est attendu.', 'An object is expected.'),
  isArray: plain('Une liste est attendue.', 'A list is expected.'),
  nestedValidation: plain(
    'Un objet de la forme décrite est attendu.',
    'An object of the described form is expected.',
  ),
  isUuid: plain('Un identifiant UUID est attendu.', 'A UUID is expected.'),
  isIso8601: plain(
    'Une date ISO 8601 est attendue : 2025-03-12T14:05:00+01:00.',
    'An ISO 8601 date is expected: 2025-03-12T14:05:00+01:00.',
  ),
  plainText: plain(
    'Le texte contient des caractères de contrôle, ou un passage masqué : ne recopiez pas ce que vous n’avez pas lu.',
    'The text contains control characters, or a masked passage: do not copy what you could not read.',
  ),
  visibleText: plain('Écrivez quelques mots.', 'Write a few words.'),
  factValues: plain(
    'Des réponses par nom de fait : 200 au plus, textes de 10 000 caractères au plus, sans caractères de contrôle ni passage masqué.',
    'Answers by fact: 200 at most, texts of 10,000 characters at most, without control characters or masked passages.',
  ),
  evidence: plain(
    'Des pièces par code : référence et lieu, 500 caractères au plus.',
    'Evidence by code: reference and place, 500 characters at most.',
  ),
  matches: plain('Ce n’est pas la forme attendue.', 'This is not the expected form.'),
  isIn: withValues('Attendu, l’une de ces valeurs :', 'Expected, one of these values:'),
  isEnum: withValues('Attendu, l’une de ces valeurs :', 'Expected, one of these values:'),
  isLength: withLimit(
    (n) => `Trop court, ou plus de ${n} caractères.`,
    (n) => `Too short, or more than ${n} characters.`,
  ),
  maxLength: withLimit(
    (n) => `${n} caractère${plural(n)} au plus.`,
    (n) => `${n} character${plural(n)} at most.`,
  ),
  minLength: (given) => (given.at(-1) === 1 ? EMPTY : AT_LEAST(given)),
  max: withLimit(
    (n) => `${n} au plus.`,
    (n) => `${n} at most.`,
  ),
  min: withLimit(
    (n) => `${n} au moins.`,
    (n) => `${n} at least.`,
  ),
  pageOfSpace: plain(
    'Attendu : le chemin d’une page de cet espace, comme /dossiers, sans adresse ni question.',
    'Expected: the path of a page of this space, such as /dossiers, without an address or a query.',
  ),
  clockForward: plain(
    '1 au moins : l’horloge d’un espace ne recule pas. Pour revenir en arrière, ouvrez une branche depuis un moment gardé avant (« Moments et branches ») ; ce qui s’est fait ici reste.',
    '1 at least: the clock of a space does not go back. To go back, begin a branch with a moment that was kept before (“Moments and branches”); what was done here stays.',
  ),
  clockStride: ([most, years]) => ({
    fr: `${String(most)} au plus à la fois ; l’horloge d’un espace va jusqu’à ${String(years)} ans après aujourd’hui.`,
    en: `${String(most)} at most at once; the clock of a space goes as far as ${String(years)} years after today.`,
  }),
  arrayMaxSize: withLimit(
    (n) => `${n} élément${plural(n)} au plus.`,
    (n) => `${n} item${plural(n)} at most.`,
  ),
  arrayUnique: plain('Chaque élément une seule fois.', 'Each item once only.'),
  arrayMinSize: withLimit(
    (n) => `${n} élément${plural(n)} au moins.`,
    (n) => `${n} item${plural(n)} at least.`,
  ),
} as const satisfies Readonly<Record<string, Sentence>>;
type Check = keyof typeof SENTENCES;

const isCheck = (name: string): name is Check => Object.hasOwn(SENTENCES, name);

/** What would be right where this check found fault; thrown: a check that nobody wrote a sentence for. */
export function sentenceOf(check: string, given: readonly unknown[]): Words {
  if (!isCheck(check)) throw new Error(`no sentence says what ${check} expects`);
  return SENTENCES[check](given);
}

/** Checks that find no fault of their own. */
const SILENT: ReadonlySet<string> = new Set(['conditionalValidation', 'isOptional']);

/** Thrown at the start of a service whose bodies use a check that has no sentence. */
export function requireSentences(checks: readonly string[]): void {
  const missing = [...new Set(checks)].filter((check) => !SILENT.has(check) && !isCheck(check));
  if (missing.length > 0) throw new Error(`no sentence says what is expected: ${missing.join(', ')}`);
}
