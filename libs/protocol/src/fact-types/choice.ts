import { type Text, text, type Value } from '@repere/feel';
import { ref } from '../schema/json-schema';
import type { FactShape, FactType, ValueProblem } from './fact-type';
import { invalid } from './free-words';
import { joined, same } from './no-value';

/** Codes from the most to the least protective: what `decides` compares with. */
export const RANKED = {
  description: 'Codes from the most to the least protective.',
  type: 'array',
  minItems: 2,
  items: ref('code'),
};

/** One code of a closed list, or with `multiple` several. */
export const CHOICE = {
  words: text('un choix', 'a choice'),
  schema: {
    multiple: { description: 'Several codes may be chosen.', type: 'boolean' },
    values: {
      description: 'Codes of a choice: a list, with `labels`; or code → words.',
      type: ['array', 'object'],
      minItems: 1,
      items: ref('code'),
      propertyNames: ref('code'),
      additionalProperties: ref('text'),
    },
    labels: ref('labels'),
    ranked: RANKED,
  },
  needs: { key: 'values', example: 'values: {valid: valables, absent: absents}' },
  feelType: (shape: FactShape) => ({ kind: shape.multiple ? 'choices' : 'choice', values: codesIn(shape) }),
  codes: codesIn,
  check(shape: FactShape, raw: unknown) {
    if (!shape.multiple)
      return isCode(shape, raw) ? null : unknownCode(codesIn(shape), (it) => labelOf(shape, it));
    if (!Array.isArray(raw)) return invalid('Une liste de codes.', 'A list of codes.');
    if (new Set(raw).size !== raw.length) return invalid('Un code est en double.', 'A code is there twice.');
    return raw.every((it) => isCode(shape, it))
      ? null
      : unknownCode(codesIn(shape), (it) => labelOf(shape, it));
  },
  convert: (raw) => (typeof raw === 'string' || Array.isArray(raw) ? (raw as Value) : null),
  formatValue: (shape: FactShape, raw) =>
    joined((Array.isArray(raw) ? (raw as readonly string[]) : [String(raw)]).map((it) => labelOf(shape, it))),
  carry(shape: FactShape, raw) {
    const codes = codesIn(shape);
    if (typeof raw === 'string') return codes.includes(raw) ? raw : undefined;
    return Array.isArray(raw) && raw.every((code) => codes.includes(code as string)) ? raw : undefined;
  },
  classes: { by: 'codes' },
  askedAs: ['choice', 'choices'],
  writtenAs: 'options',
  widget: 'choice-field',
  isCoded: true,
  isMoment: false,
  isOwnWords: false,
  noValue: 'beside',
} as const satisfies FactType;

function codesIn({ values, ranked }: FactShape): readonly string[] {
  return values?.map(({ code }) => code) ?? ranked ?? [];
}

function labelOf({ values }: FactShape, code: string): Text {
  return values?.find((it) => it.code === code)?.label ?? same(code);
}

/** Asked of every answer that is sent: nothing is made for it. */
function isCode({ values, ranked }: FactShape, raw: unknown): boolean {
  return values ? values.some(({ code }) => code === raw) : (ranked?.some((code) => code === raw) ?? false);
}

/** What there is to choose from, in words, as the form offers it. */
export function unknownCode(codes: readonly string[], said: (code: string) => Text): ValueProblem {
  const all = joined(codes.map(said));
  return { code: 'unknown-code', text: text(`Choisir : ${all.fr}.`, `Choose one of: ${all.en}.`) };
}
