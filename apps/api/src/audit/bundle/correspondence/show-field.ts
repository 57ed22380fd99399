import type { Words } from '@repere/cases';
import { formatDate } from '@repere/feel';
import { moment } from '../../../platform/answers/show-moment';
import type { Language } from '../dossier/dossier-case';
import { LEFT_OUT } from '../dossier/redact-timeline';
import { CODES, isCodeOf, isId, severalIn } from './codes';
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

/** What a field may hold. `knows`: whether this is such a value, and nothing else; of what isn't, nobody knows what it tells. */
export interface Shown {
  readonly show: Show;
  readonly knows: (value: unknown) => boolean;
}

export const oneLine =
  (label: Words, { show }: Shown): Lines =>
  (value, showing) => {
    const said = value === null || value === undefined ? null : show(value, showing);
    return said ? [[label[showing.language], said]] : [];
  };

const isText = (value: unknown): value is string => typeof value === 'string';

/** As it was written. */
export const texts: Shown = { knows: isText, show: text };

/** In the language of the paper, or as it was written. */
export const titles: Shown = {
  knows: (value) => isText(value) || isWords(value),
  show: (value, { language }) => (isWords(value) ? value[language] : text(value)),
};

const isWords = (value: unknown): value is Words => {
  const { fr, en } = (value ?? {}) as Partial<Words>;
  return isText(fr) && isText(en);
};

export const isNumber = (value: unknown): value is number => typeof value === 'number';

export const numbers: Shown = {
  knows: isNumber,
  show: (value) => (isNumber(value) ? String(value) : null),
};

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** ISO 8601, of UTC. */
export const moments: Shown = {
  knows: (value) => isText(value) && MOMENT.test(value),
  show: (value, { language, zone }) => (isText(value) ? moment(value, zone, language) : null),
};

/** A day, ISO 8601. */
export const days: Shown = {
  knows: (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value),
  show: (value, { language }) => (isText(value) ? formatDate(value, language) : null),
};

/** SHA-256, of each version where there are several. */
export const bytes: Shown = {
  knows: (value) => severalIn(value).every((it) => isText(it) && /^[0-9a-f]{64}$/.test(it)),
  show: (value) => severalIn(value).map(String).join(' ; ') || null,
};

/** The entry that began it, by its number. */
export const numbersOf = (key: string): Shown => ({
  knows: isId,
  show: (value, { things, language }) => {
    const leaf = isText(value) ? things.leafOf(key, value) : null;
    return leaf === null ? null : `${W.number[language]} ${String(leaf)}`;
  },
});

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
    [W.how, codeOf('how').show(how, showing)],
    [W.what, text(what)],
    [W.why, text(why)],
    [W.isBound, typeof isBound === 'boolean' ? CODE_WORDS.yes[isBound ? 'true' : 'false'][language] : null],
    [W.childKnew, knewBefore(child, language)],
    [W.parentsKnew, knewBefore(parents, language)],
    [W.childView, view.said ?? view.whyNot ?? null],
    [W.until, moments.show(until, showing)],
    [W.answer, text(answer)],
  ];
  return pairs.flatMap(([label, said]) => (said ? [[label[language], said] as const] : []));
};

/** A code in words; what is in no list is not disclosed. */
export const codeOf = (list: keyof typeof CODES): Shown => ({
  knows: isCodeOf(list),
  show: (value, { language }) => {
    const said = severalIn(value).flatMap((it) => {
      const shown = CODES[list](it) ?? LEFT_OUT;
      return (isText(shown) ? shown : shown[language]) || [];
    });
    return said.join(list === 'ages' ? '–' : ', ') || null;
  },
});

function text(value: unknown): string | null {
  return isText(value) ? value : null;
}

function knewBefore(value: unknown, language: Language): string | null {
  const { told, why } = (value ?? {}) as { readonly told?: unknown; readonly why?: string };
  if (told !== 'yes' && told !== 'no') return null;
  return [CODE_WORDS.yes[told === 'yes' ? 'true' : 'false'][language], why].filter(Boolean).join(' : ');
}
