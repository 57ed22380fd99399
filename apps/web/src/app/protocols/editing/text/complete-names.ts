import { codesOf as codesOfFact, type ProtocolDocument, reasonListNames } from '@repere/protocol';
import type { ReadSurroundings } from '../checking/check-text';

/** A word that may stand here, with what it means. */
export interface Proposal {
  readonly word: string;
  readonly kind: 'key' | 'word' | 'fact' | 'step' | 'code' | 'name' | 'source';
  readonly about: string;
}

/** Keys whose value is a condition or a value computed from names. */
const EXPRESSIONS: ReadonlySet<string> = new Set([
  'when',
  'unless',
  'ready',
  'that',
  'is',
  'always',
  'never',
  'relevant',
]);
const FACTS: ReadonlySet<string> = new Set([
  'fields',
  'required',
  'adds',
  'about',
  'closes',
  'decides',
  'whatever',
  'orderedBy',
]);
const STEPS: ReadonlySet<string> = new Set(['after', 'from', 'among']);

/** Names of the protocol and of what it stands on that may stand as a value of this key; in `language`. */
export function namesFor(
  key: string,
  document: ProtocolDocument | null,
  beside: ReadSurroundings | null,
  language: 'fr' | 'en',
): readonly Proposal[] {
  const facts = factsOf(document, beside, language);
  const steps = (document?.steps ?? []).map(({ id, title }): Proposal => ({
    word: id,
    kind: 'step',
    about: title[language],
  }));
  if (EXPRESSIONS.has(key))
    return [...facts, ...derivedOf(document), ...steps, ...momentsOf(beside, language)];
  if (FACTS.has(key)) return facts;
  if (STEPS.has(key)) return [...steps, ...facts];
  switch (key) {
    case 'basis':
      return Object.entries(beside?.sources ?? {}).map(([word, { title }]): Proposal => ({
        word,
        kind: 'source',
        about: title[language],
      }));
    case 'protocol':
      return (beside?.documents ?? []).map(({ protocol, title }): Proposal => ({
        word: protocol,
        kind: 'name',
        about: title[language],
      }));
    case 'part':
      return Object.keys(beside?.parts ?? {}).map((word): Proposal => ({ word, kind: 'name', about: '' }));
    case 'evidence':
      return Object.entries(beside?.shared.evidence ?? {}).map(([word, title]): Proposal => ({
        word,
        kind: 'name',
        about: title[language],
      }));
    case 'reasons':
    case 'waiverReasons':
      return reasonListNames(document ?? {}, beside?.shared ?? { reasons: {} }).map((word): Proposal => ({
        word,
        kind: 'name',
        about: '',
      }));
    default:
      return [];
  }
}

/** Codes that a fact can have, by its name as it stands in a condition: `papers`, `exams.consent`. */
export function codesOf(
  name: string,
  document: ProtocolDocument | null,
  beside: ReadSurroundings | null,
  language: 'fr' | 'en',
): readonly Proposal[] {
  const [head = '', field] = name.split('.');
  const whole = document?.facts[head] ?? beside?.shared.facts[head];
  const fact = field === undefined ? whole : whole?.row?.[field];
  if (fact === undefined) return [];
  const labels = new Map(fact.values?.map(({ code, label }) => [code, label[language]]));
  return codesOfFact(fact).map((word): Proposal => ({ word, kind: 'code', about: labels.get(word) ?? '' }));
}

function factsOf(
  document: ProtocolDocument | null,
  beside: ReadSurroundings | null,
  language: 'fr' | 'en',
): readonly Proposal[] {
  const all = { ...beside?.shared.facts, ...document?.facts };
  return Object.values(all).flatMap(({ id, title, row }): Proposal[] => [
    { word: id, kind: 'fact', about: title[language] },
    ...Object.values(row ?? {}).map((field): Proposal => ({
      word: `${id}.${field.id}`,
      kind: 'fact',
      about: field.title[language],
    })),
  ]);
}

const derivedOf = (document: ProtocolDocument | null): readonly Proposal[] => [
  ...Object.keys(document?.derived ?? {}).map((word): Proposal => ({ word, kind: 'name', about: '' })),
  ...Object.keys(document?.limits ?? {}).map((word): Proposal => ({ word, kind: 'name', about: '' })),
];

const momentsOf = (beside: ReadSurroundings | null, language: 'fr' | 'en'): readonly Proposal[] =>
  Object.entries(beside?.shared.moments ?? {}).map(([word, { title }]): Proposal => ({
    word,
    kind: 'name',
    about: title[language],
  }));
