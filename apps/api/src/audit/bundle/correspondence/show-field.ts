import { FIELD_CLASS_CONTENTS } from '@repere/access';
import { GENDER_WORDS, type Words } from '@repere/cases';
import { NEEDS } from '@repere/directory';
import { formatDate } from '@repere/feel';
import { SHARING_GROUNDS, sharingGroundWords } from '@repere/privacy';
import { moment } from '../../../platform/answers/show-moment';
import type { Language } from '../dossier/dossier-case';
import { LEFT_OUT } from '../dossier/redact-timeline';
import { CODE_WORDS, FIELD_WORDS as W } from './correspondence-words';
import { askedIn, type ThingsTold } from './things-told';

type Line = readonly [label: string, said: string];

/** Where a field is shown. */
export interface Showing {
  readonly language: Language;
  readonly zone: string;
  readonly things: ThingsTold;
  /** Whether services may be named. */
  readonly namesServices: boolean;
}

/** What the paper says of the value of a field; none of what is not there or is no such value. */
export type Lines = (value: unknown, showing: Showing) => readonly Line[];
type Show = (value: unknown, showing: Showing) => string | null;

export const oneLine =
  (label: Words, show: Show): Lines =>
  (value, showing) => {
    const said = value === null || value === undefined ? null : show(value, showing);
    return said ? [[label[showing.language], said]] : [];
  };

/** In the language of the paper, or as it was written. */
export const titles: Show = (value, { language }) =>
  typeof value === 'string' ? value : ((value as Partial<Words>)[language] ?? null);

export const numbers: Show = (value) => (typeof value === 'number' ? String(value) : null);

export const moments: Show = (value, { language, zone }) =>
  typeof value === 'string' ? moment(value, zone, language) : null;

/** A day, ISO 8601. */
export const days: Show = (value, { language }) =>
  typeof value === 'string' ? formatDate(value, language) : null;

/** SHA-256, of each version where there are several. */
export const bytes: Show = (value) => (Array.isArray(value) ? value.map(String).join(' ; ') : String(value));

/** The entry that began it, by its number. */
export const numbersOf =
  (key: string): Show =>
  (value, { things, language }) => {
    const leaf = typeof value === 'string' ? things.leafOf(key, value) : null;
    return leaf === null ? null : `${W.number[language]} ${String(leaf)}`;
  };

/** Of whom: by the question, and by name where that may be said. */
export const servicesAsked: Lines = (value, { language, namesServices, things }) => {
  if (typeof value === 'string') {
    const leaf = things.leafOf('request', value);
    const service = things.serviceOf(value);
    return [
      ...(leaf === null ? [] : [[W.question[language], `${W.number[language]} ${String(leaf)}`] as const]),
      ...(service === null
        ? []
        : [[W.service[language], namesServices ? service : LEFT_OUT[language]] as const]),
    ];
  }
  const names = askedIn(value).flatMap(({ service }) => service ?? []);
  return names.length === 0 ? [] : [[W.asked[language], names.join(' ; ')]];
};

/** What was told by a line of the register of sharing. */
export const sharedLines: Lines = (value, showing) => {
  const { language } = showing;
  const { toWhom, service, what, how, isBound, why, child, parents, until, answer, childView } =
    value as Readonly<Record<string, unknown>>;
  const view = (childView ?? {}) as { readonly said?: string; readonly whyNot?: string };
  const pairs: readonly (readonly [Words, string | null])[] = [
    [W.toWhom, [toWhom, service].filter((it) => typeof it === 'string').join(', ')],
    [W.how, codeOf('how')(how, showing)],
    [W.what, text(what)],
    [W.why, text(why)],
    [W.isBound, typeof isBound === 'boolean' ? CODE_WORDS.yes[isBound ? 'true' : 'false'][language] : null],
    [W.childKnew, knewBefore(child, language)],
    [W.parentsKnew, knewBefore(parents, language)],
    [W.childView, view.said ?? view.whyNot ?? null],
    [W.until, moments(until, showing)],
    [W.answer, text(answer)],
  ];
  return pairs.flatMap(([label, said]) => (said ? [[label[language], said] as const] : []));
};

/** A code in words; one of no list that is known here stands as it is. */
export const codeOf =
  (list: keyof typeof CODES): Show =>
  (value, { language }) => {
    const said = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).flatMap((it) => {
      const shown = CODES[list](it);
      return shown === null ? [] : [typeof shown === 'string' ? shown : shown[language]];
    });
    return said.join(list === 'ages' ? '–' : ', ') || null;
  };

const inList =
  (words: Readonly<Record<string, Words>>) =>
  (code: unknown): Words | string | null =>
    code === null || code === undefined
      ? null
      : Object.hasOwn(words, String(code))
        ? (words[String(code)] ?? null)
        : UUID_LIKE.test(String(code))
          ? null
          : String(code);

const UUID_LIKE = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

const CODES = {
  ...{ how: inList(CODE_WORDS.how), receivedBy: inList(CODE_WORDS.receivedBy) },
  ...{ kind: inList(CODE_WORDS.kind), wanted: inList(CODE_WORDS.wanted), yes: inList(CODE_WORDS.yes) },
  ...{ answer: inList(CODE_WORDS.answer), offer: inList(CODE_WORDS.offer) },
  ...{ followUp: inList(CODE_WORDS.followUp), reason: inList(CODE_WORDS.reason) },
  ground: inList(Object.fromEntries(SHARING_GROUNDS.map((it) => [it, sharingGroundWords(it)]))),
  classes: inList(FIELD_CLASS_CONTENTS),
  need: inList({
    ...Object.fromEntries(Object.entries(NEEDS).map(([code, { title }]) => [code, title])),
    other: CODE_WORDS.otherNeed,
  }),
  sex: inList(GENDER_WORDS),
  ...{ ages: inList({}), languages: inList({}) },
};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function knewBefore(value: unknown, language: Language): string | null {
  const { told, why } = (value ?? {}) as { readonly told?: unknown; readonly why?: string };
  if (told !== 'yes' && told !== 'no') return null;
  return [CODE_WORDS.yes[told === 'yes' ? 'true' : 'false'][language], why].filter(Boolean).join(' : ');
}
