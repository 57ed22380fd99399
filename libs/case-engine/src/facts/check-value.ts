import { FIRST_DAY } from '../decide/checks/check-when';
import { decimalsOf, localDay, NON_ANSWERS, parseDate, type Text } from '@repere/feel';
import type { AnswerWithNote, FactValue } from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import type { CompiledFact } from '../compile/protocol-set';

/** What is wrong with a value, in words that say what would be right. */
export interface ValueProblem {
  readonly code: 'invalid-value' | 'unknown-code' | 'out-of-range' | 'too-long' | 'date-in-future';
  readonly text: Text;
}

const LONGEST_TEXT = 10_000;
const LONGEST_NOTE = 2_000;
const DAY = 86_400_000;
const MONTHS_DECIMALS = 3;

/** The problem with this value for this fact, or `null`. Any fact may be answered with a non-answer. */
export function checkValue(fold: CaseFold, fact: CompiledFact, raw: unknown): ValueProblem | null {
  const { definition } = fact;
  if (typeof raw === 'object' && raw !== null && 'answer' in raw && definition.type !== 'checklist') {
    return checkAnswer(raw as AnswerWithNote, definition.type === 'yes-no');
  }
  switch (definition.type) {
    case 'choice':
      return definition.multiple ? checkCodes(fact, raw) : checkCode(fact, raw);
    case 'yes-no':
      return checkCode(fact, raw);
    case 'number':
    case 'months':
      return checkNumber(fact, raw);
    case 'date':
      return checkDate(fold, fact, raw);
    case 'duration':
      return typeof raw === 'string' && DURATION.test(raw)
        ? null
        : invalid('Écrire une durée ISO 8601 : PT2H30M, P3D.', 'Write an ISO 8601 duration: PT2H30M, P3D.');
    case 'text':
      return checkText(raw, definition.maxLength ?? LONGEST_TEXT);
    case 'checklist':
      return checkChecklist(fact, raw);
    case 'list':
      return invalid('Une liste se remplit ligne par ligne.', 'A list is filled row by row.');
  }
}

/** Words can be seen: blanks, and signs without width, say nothing. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The problem with free words, or `null`. */
export function checkText(raw: unknown, longest = LONGEST_TEXT): ValueProblem | null {
  if (typeof raw !== 'string' || !VISIBLE.test(raw)) {
    return invalid('Écrire quelques mots.', 'Write a few words.');
  }
  // By code points, as people count and the pages do: an emoji is one.
  const characters = raw.length > longest ? [...raw].length : raw.length;
  if (characters > longest) {
    return {
      code: 'too-long',
      text: {
        fr: `${characters} signes ; ${longest} au plus.`,
        en: `${characters} characters; ${longest} at most.`,
      },
    };
  }
  return CONTROL.test(raw)
    ? invalid('Le texte contient des caractères de commande.', 'The text holds control characters.')
    : null;
}

const CONTROL = /[^\P{Cc}\n\r\t]/u;
const DURATION =
  /^P(?!$)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?(?:T(?=\d)(?:\d{1,5}H)?(?:\d{1,5}M)?(?:\d{1,6}S)?)?$/;

function checkAnswer(raw: AnswerWithNote, isYesNo: boolean): ValueProblem | null {
  const isKnown = NON_ANSWERS.some((it) => it === raw.answer) || (isYesNo && isYesOrNo(raw.answer));
  if (!isKnown) {
    return invalid(
      'Réponse sans valeur : « unknown », « not-asked » ou « refused ».',
      'Without a value: "unknown", "not-asked" or "refused".',
    );
  }
  return raw.note === undefined ? null : checkText(raw.note, LONGEST_NOTE);
}

function checkCode(fact: CompiledFact, raw: unknown): ValueProblem | null {
  if (typeof raw === 'string' && fact.codes.includes(raw)) return null;
  return {
    code: 'unknown-code',
    text: {
      fr: `Choisir : ${labelsOf(fact, 'fr')}.`,
      en: `Choose one of: ${labelsOf(fact, 'en')}.`,
    },
  };
}

/** The answers in words, as the form offers them. */
function labelsOf({ codes, definition }: CompiledFact, language: keyof Text): string {
  return codes
    .map(
      (code) =>
        (definition.values?.find((it) => it.code === code)?.label ?? YES_NO[code])?.[language] ?? code,
    )
    .join(', ');
}

const YES_NO: Readonly<Record<string, Text>> = { yes: { fr: 'oui', en: 'yes' }, no: { fr: 'non', en: 'no' } };

function checkCodes(fact: CompiledFact, raw: unknown): ValueProblem | null {
  if (!Array.isArray(raw)) return invalid('Une liste de codes.', 'A list of codes.');
  if (new Set(raw).size !== raw.length) return invalid('Un code est en double.', 'A code is there twice.');
  for (const code of raw) {
    const problem = checkCode(fact, code);
    if (problem) return problem;
  }
  return null;
}

function checkNumber({ definition }: CompiledFact, raw: unknown): ValueProblem | null {
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return invalid('Un nombre.', 'A number.');
  const { min = definition.type === 'months' ? 0 : -Infinity, max = Infinity } = definition;
  if (raw >= min && raw <= max) return checkDigits(definition.type === 'months', raw);
  const bounds = max === Infinity ? `≥ ${min}` : min === -Infinity ? `≤ ${max}` : `${min} – ${max}`;
  return { code: 'out-of-range', text: { fr: `Un nombre ${bounds}.`, en: `A number ${bounds}.` } };
}

/** An age or a margin is written to the thousandth of a month at most, other numbers in fifteen digits: what computing keeps. */
function checkDigits(isMonths: boolean, raw: number): ValueProblem | null {
  const decimals = decimalsOf(raw);
  if (isMonths && (decimals === null || decimals > MONTHS_DECIMALS)) {
    return invalid(
      'Trois chiffres après la virgule au plus, tels qu’ils sont écrits, sans arrondir.',
      'Three decimals at most, as they are written, not rounded.',
    );
  }
  return decimals === null ? invalid('Quinze chiffres au plus.', 'Fifteen digits at most.') : null;
}

function checkDate(fold: CaseFold, { definition }: CompiledFact, raw: unknown): ValueProblem | null {
  const parsed = typeof raw === 'string' ? parseDate(raw) : undefined;
  if (!parsed) return invalid('Une date : 2007, 2007-05, 2007-05-12.', 'A date: 2007, 2007-05, 2007-05-12.');
  if (!parsed.ok) return { code: 'invalid-value', text: parsed.problem.text };
  if (parsed.value.span.firstDay < FIRST_DAY) {
    return invalid("L'année est trop ancienne : vérifiez-la.", 'The year is too long ago: check it.');
  }
  if (definition.future || !isAfterToday(fold, parsed.value.span.firstDay)) return null;
  return {
    code: 'date-in-future',
    text: { fr: 'Cette date est dans le futur.', en: 'This date lies in the future.' },
  };
}

/** Only a date within a day of now needs the calendar of the territory. */
function isAfterToday(fold: CaseFold, day: number): boolean {
  const midnight = day * DAY;
  if (midnight <= fold.now - DAY) return false;
  return midnight > fold.now + DAY || day > localDay(fold.now, fold.territory.zone);
}

function checkChecklist({ definition }: CompiledFact, raw: unknown): ValueProblem | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return invalid('Une réponse par élément de la liste.', 'One answer for each item of the checklist.');
  }
  for (const [item, answer] of Object.entries(raw as Readonly<Record<string, FactValue>>)) {
    if (!definition.items?.some((it) => it.id === item)) {
      const items = (language: keyof Text): string =>
        definition.items?.map(({ label }) => label[language]).join(', ') ?? '';
      return {
        code: 'unknown-code',
        text: {
          fr: `« ${item} » n'en est pas : ${items('fr')}.`,
          en: `"${item}" is not one of: ${items('en')}.`,
        },
      };
    }
    if (isYesOrNo(answer)) continue;
    if (typeof answer !== 'object' || answer === null || !('answer' in answer)) {
      return invalid(
        `${item} : « yes », « no », ou {answer: unknown, not-asked ou refused}.`,
        `${item}: "yes", "no", or {answer: unknown, not-asked or refused}.`,
      );
    }
    const problem = checkAnswer(answer as AnswerWithNote, true);
    if (problem) return problem;
  }
  return null;
}

function isYesOrNo(answer: unknown): boolean {
  return answer === 'yes' || answer === 'no';
}

function invalid(fr: string, en: string): ValueProblem {
  return { code: 'invalid-value', text: { fr, en } };
}
