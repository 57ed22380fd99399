import { FAMILY_TOLD, type FamilyTold } from '@repere/cases';
import type { LetterProposal, WriteLetter } from '@repere/contract';

/** Places of parts in the form: a kind of letter has twelve at most. */
export const PART_KEYS = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10', 'p11'] as const;
export type PartKey = (typeof PART_KEYS)[number];

/** A letter as it is typed: to whom, whether the family was told and why not, and the words of its parts in their order. */
export type TypedLetter = Readonly<Record<'recipient' | 'familyWhy' | PartKey, string>> & {
  readonly familyTold: FamilyTold | null;
};

export const NO_LETTER: TypedLetter = {
  ...{ recipient: '', familyTold: null, familyWhy: '' },
  ...(Object.fromEntries(PART_KEYS.map((key) => [key, ''])) as Record<PartKey, string>),
};

/** The same as it is kept: by the names of its parts, which are the letter's whatever their order. */
export interface LetterText {
  readonly recipient: string;
  /** `null`: nobody chose. */
  readonly familyTold: NonNullable<WriteLetter['familyTold']> | null;
  readonly parts: Readonly<Record<string, string>>;
  /** Ids of what was left out at first and was chosen. */
  readonly chosen: readonly string[];
}

/** As it comes out of what is recorded. */
export function textOf({
  recipient,
  parts,
  familyTold,
}: Pick<LetterProposal, 'recipient' | 'parts' | 'familyTold'>): LetterText {
  const known = familyTold?.known;
  return {
    recipient,
    familyTold: known ? { is: known.is, ...(known.why !== undefined && { why: known.why }) } : null,
    parts: Object.fromEntries(parts.map(({ id, text }) => [id, text])),
    chosen: [],
  };
}

/** `null`: in no shape that this form writes. */
export function readLetterText(content: unknown): LetterText | null {
  if (!isRecord(content) || !isRecord(content['parts'])) return null;
  const { recipient, chosen, parts } = content;
  if (typeof recipient !== 'string' || !Array.isArray(chosen)) return null;
  const texts = Object.entries(parts).filter((it): it is [string, string] => typeof it[1] === 'string');
  return {
    recipient,
    familyTold: readFamilyTold(content['familyTold']),
    parts: Object.fromEntries(texts),
    chosen: chosen.filter((id): id is string => typeof id === 'string'),
  };
}

function readFamilyTold(content: unknown): LetterText['familyTold'] {
  if (!isRecord(content)) return null;
  const { is, why } = content;
  const known = FAMILY_TOLD.find((it) => it === is);
  return known === undefined ? null : { is: known, ...(typeof why === 'string' && { why }) };
}

export const isSameText = (one: LetterText, other: LetterText): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

const inOrder = ({ recipient, familyTold, parts, chosen }: LetterText) => [
  ...[recipient, familyTold?.is, familyTold?.why],
  Object.entries(parts).toSorted(([one], [other]) => one.localeCompare(other)),
  chosen,
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
