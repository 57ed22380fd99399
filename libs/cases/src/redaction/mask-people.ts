import { frenchSound } from '../identity/french-sound';
import { nameForms } from '../identity/name-forms';

/** What is known of the people of a case, as it was written. */
export interface KnownPeople {
  /** Names, nicknames, other names, of the child and of everybody around; several words each. */
  readonly names: readonly string[];
  /** Names that may be read, whoever else is called so: of the child, to who knows the child. */
  readonly shown?: readonly string[];
  /** Texts that name somebody among other words: "Mme Awa Diallo, sa tante". */
  readonly mentions: readonly string[];
  /** EDTF. */
  readonly births: readonly string[];
  /** Texts that name homes and places: "Refus des Tilleuls et du foyer Bellevue". */
  readonly places: readonly string[];
}

/** What must not be read: who they are; how they are reached and their addresses; the names of homes and places. */
export interface Masked {
  readonly names: boolean;
  readonly reach: boolean;
  readonly places: boolean;
}

/** Stands where something was masked; French, since what people write here is. */
export const MASK = '[masqué]';

/** Words that stand beside names, and name nobody. */
const NOBODY = new Set(
  `de du des da dos la le les el al ben ibn bin van von der abu mme mlle madame monsieur mr mrs miss dr pr me maitre
   sa son ses ma mon une un et ou avec chez aux au en tante oncle mere pere soeur frere maman papa cousin cousine ami amie
   amis grand grande petit petite belle beau fille fils voisin voisine tuteur tutrice famille foyer hotel lycee ecole
   inconnu inconnue e unknown aunt uncle mother father sister brother friend neighbour the educatrice educateur referente
   referent assistante assistant juge avocat avocate docteur medecin infirmiere psychologue professeur police gendarmerie`.split(
    /\s+/,
  ),
);

/** Words that begin a sentence which tells of somebody without a name. */
const PRONOUNS = new Set(['elle', 'elles', 'il', 'ils', 'on', 'nous', 'je', 'lui', 'leur']);

/** Endings that other languages put behind a name, and the French plural. */
const ENDINGS = /^(?:s|es|e|a|y|i|u|o|ou|om|em|ie|ii|am|ah|ka|ek|nin|in|un|de|da|ya|ye|ta|te|dan|den)?$/;
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const YEAR = '(?:19|20)\\d{2}';
const DATE = `(?:${YEAR}(?<a>[-/.])${MONTH}\\k<a>${DAY}|${DAY}(?<b>[-/.])${MONTH}\\k<b>${YEAR})(?![-/.]?\\p{Nd})`;
/** What stands between digits of one number; behind a comma and a space another number begins. */
const BETWEEN = '(?:(?![,;:]\\s)[\\s\\p{P}\\p{S}\\p{M}]){0,3}';
/** Eight digits or more, of any script; a date first, which is no such number. */
const LONG_NUMBER = new RegExp(
  `(?<!\\p{Nd})(?:(?<date>${DATE})|\\+?\\(?\\p{Nd}(?:${BETWEEN}\\p{Nd}){7,})`,
  'gu',
);
/** Five times two digits are a telephone number, whatever stands between them. */
const PAIRS = /(?<!\p{Nd})\p{Nd}{2}(?:[\s\p{P}\p{S}\p{M}]{1,3}\p{Nd}{2}){4}(?!\p{Nd})/gu;
/** Begins where no such sign stands before, or each letter of a long word would be tried as a beginning. */
const EMAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const HANDLE = /(?<![\p{L}\d])@[\p{L}\d._-]{2,}/gu;
/** An account by how it is written, without the sign before it. */
const ACCOUNT = /(?<![\p{L}\d._-])[\p{L}\d.-]+_[\p{L}\d._-]*[\p{L}\d]/gu;
/** An account by the network named before it. */
const ON_NETWORK =
  /(?<!\p{L})((?:snap(?:chat)?|insta(?:gram)?|tik\s?tok|telegram|whatsapp|facebook|fb|discord|skype|twitter|signal|messenger)\s{0,3}[:=]?\s{0,3})(?=[\p{L}._-]{0,40}\d)[\p{L}\d._-]{3,}/giu;
/** Signs that nobody sees, which would break a name in two. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** A street, by the word for it and a name in capitals behind it; behind the plainest of these words any name. */
const STREET = streetPattern();
const WORD = /[\p{L}\p{M}]+/gu;
const MONTHS =
  'janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|january|february|march|april|may|june|july|august|september|october|november|december';

/**
 * A function that gives a text without the names of these people, whatever their accents, capitals, alphabet or ending, and
 * without any number, address, e-mail or account by which somebody could be reached, known or not. It masks too much rather than
 * too little. It can't find a nickname that nobody recorded, initials, nor what makes somebody recognisable.
 */
export function maskPeople(known: KnownPeople, masked: Masked): (text: string) => string {
  const isName = masked.names ? nameTest(known) : () => false;
  const isPlace = masked.places ? placeTest(known.places) : () => false;
  const births = masked.names ? known.births.flatMap(birthPatterns) : [];
  return (text) => {
    const plain = text.normalize('NFKC').replace(UNSEEN, '');
    let said = plain;
    if (masked.reach) {
      said = said.replace(EMAIL, MASK).replace(HANDLE, MASK).replace(ON_NETWORK, `$1${MASK}`);
      said = said.replace(ACCOUNT, MASK).replace(LONG_NUMBER, maskNumber);
      said = said.replace(PAIRS, MASK).replace(STREET, MASK);
    }
    for (const pattern of births) said = said.replace(pattern, MASK);
    if (masked.names || masked.places)
      said = said
        .replace(WORD, (word) => (isName(word) || isPlace(word) ? MASK_NAME : word))
        .replaceAll(MASK_NAME, MASK);
    return said === plain ? text : said;
  };
}

/** No letters, so that it is no word itself. */
const MASK_NAME = '\u0000';

const maskNumber = (number: string, date: string | undefined): string => (date === undefined ? MASK : number);

function nameTest({ names, shown = [], mentions }: KnownPeople): (word: string) => boolean {
  const read = new Set(shown.flatMap(wordsOf));
  const parts = new Set(
    [
      ...names.flatMap((name) => {
        const all = wordsOf(name);
        const own = all.filter((it) => !NOBODY.has(it));
        // A name made of small words alone is a name all the same.
        return own.length > 0 || /^inconnu|^unknown/i.test(name) ? own : all;
      }),
      ...mentions
        .flatMap((text) => (text.match(WORD) ?? []).filter(isCapital).flatMap(wordsOf))
        .filter((it) => !PRONOUNS.has(it)),
    ].filter((it) => it.length >= 2 && !read.has(it) && !NOBODY.has(it)),
  );
  const sounds = new Set([...parts].filter((it) => it.length >= 5).map(frenchSound));
  const isFormOfPart = formTest(parts);
  return judgedOnce((word) => {
    const forms = nameForms(word);
    if (forms.some((form) => read.has(form))) return false;
    return forms.some(
      (form) =>
        (form.length >= 3 || isCapital(word) ? parts.has(form) : false) ||
        (form.length >= 4 && isFormOfPart(form)) ||
        (isCapital(word) && form.length >= 4 && sounds.has(frenchSound(form))),
    );
  });
}

/**
 * A capital that begins a sentence may be any word's: such a word is a place only where it has a capital again. Blanks between
 * lines belong to the last line's beginning, or each of many empty lines would be followed to the end of all.
 */
const FIRST_WORD = /(?:^|[.!?:\n][^\S\n]*)[\p{L}\p{M}]+/gu;

function placeTest(texts: readonly string[]): (word: string) => boolean {
  const first = new Set<string>();
  const named = new Set<string>();
  for (const text of new Set(texts)) {
    for (const start of text.match(FIRST_WORD) ?? []) addForms(first, start.match(WORD) ?? []);
    addForms(named, text.replace(FIRST_WORD, '').match(WORD) ?? []);
  }
  if (first.size === 0 && named.size === 0) return () => false;
  return judgedOnce((word) =>
    nameForms(word).some((it) => it.length >= 3 && (named.has(it) || (isCapital(word) && first.has(it)))),
  );
}

/** The same words come again and again in a text. */
function judgedOnce(judge: (word: string) => boolean): (word: string) => boolean {
  const judged = new Map<string, boolean>();
  return (word) => {
    const is = judged.get(word) ?? judge(word);
    judged.set(word, is);
    return is;
  };
}

const isCapital = (word: string): boolean => /^[\p{Lu}\p{Lo}]/u.test(word);

function addForms(to: Set<string>, words: readonly string[]): void {
  for (const word of words)
    if (isCapital(word)) for (const form of nameForms(word)) if (!NOBODY.has(form)) to.add(form);
}

/** Of a name with an ending, with its last vowel changed, or glued to another word. Its cost doesn't grow with the names. */
function formTest(parts: ReadonlySet<string>): (form: string) => boolean {
  const whole = new Set([...parts].filter((it) => it.length >= 4));
  const stems = new Set(
    [...whole]
      .filter((it) => /[aeiouy]$/.test(it))
      .map((it) => it.slice(0, -1))
      .filter((it) => it.length >= 3),
  );
  const glued = new Set([...whole].filter((it) => it.length >= 6));
  const lengths = new Set([...glued].map((it) => it.length));
  const isEnded = (form: string): boolean =>
    [0, 1, 2, 3].some((ending) => {
      const start = form.slice(0, form.length - ending);
      return ENDINGS.test(form.slice(start.length)) && (whole.has(start) || (ending > 0 && stems.has(start)));
    });
  const isGlued = (form: string): boolean => {
    for (const length of lengths)
      for (let at = 0; at + length <= form.length; at++)
        if (glued.has(form.slice(at, at + length))) return true;
    return false;
  };
  return (form) => isEnded(form) || isGlued(form);
}

const wordsOf = (text: string): readonly string[] =>
  (text.match(WORD) ?? []).flatMap((word) => nameForms(word));

/** The birth as it may be written; a year alone tells an age, which may be told. */
function birthPatterns(birth: string): readonly RegExp[] {
  const [year, month] = birth.match(/\d+/g) ?? [];
  if (year?.length !== 4 || month === undefined) return [];
  return [
    new RegExp(`${year}-${month}(?:-\\d{1,2})?`, 'g'),
    new RegExp(`(?:\\d{1,2}[./-])?0?${String(Number(month))}[./-]${year}`, 'g'),
    new RegExp(`(?:\\d{1,2}(?:er|st|nd|rd|th)?\\s+)?(?:${MONTHS})\\s+${year}`, 'giu'),
  ];
}

function streetPattern(): RegExp {
  const written = (words: string): string =>
    words
      .split(' ')
      .flatMap((it) => [it, `${it.charAt(0).toUpperCase()}${it.slice(1)}`, it.toUpperCase()])
      .join('|');
  const any = written('rue avenue boulevard impasse allée allee');
  const some = written(
    'av. bd place chemin quai route square cours passage résidence residence villa cité cite',
  );
  // "La rue l'a cherchée": a verb stands behind it, and no name.
  const small =
    "(?:(?:de|du|des|la|le|les|et)\\s+|l['’](?!(?:a|ai|as|ont|avait|avaient|aura|auront|aurait|est)(?![\\p{L}\\d]))|d['’])";
  const word = "[\\p{L}\\d'’-]+";
  const capital = `(?=[\\p{Lu}\\d])${word}`;
  const number = '(?:\\b\\d{1,4}\\s?(?:bis|ter|quater)?,?\\s)?';
  return new RegExp(
    `${number}(?<!\\p{L})(?:(?:${any})\\s+(?:${small}+${word}|${capital})|(?:${some})\\s+${small}*${capital})(?:\\s+${small}{0,3}${capital})*`,
    'gu',
  );
}
