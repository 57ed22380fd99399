import type { StepPage } from '@repere/contract';
import type { Chosen, TwoVersionsRow } from '@repere/ui/answer';
import { entryLines } from '../acts/entry-lines';
import { FIELD_KINDS, type Speaker } from '../fields/field-kinds';
import { readField } from '../fields/read-field';
import { formatValue } from '../fields/format-value';
import { typedField, type TypedStep } from '../typed-step';

/** Everything of the form but its fields. */
type Part = Exclude<keyof TypedStep, 'fields'>;

/** The row of the page on which each part stands. A part that the form has and this table lacks does not compile. */
const ROW_OF = {
  rowId: 'row',
  closes: 'closes',
  reasons: 'reasons',
  bestInterests: 'best-interests',
  childView: 'child-view',
  evidence: 'evidence',
  happened: 'happened',
  day: 'happened',
  time: 'happened',
  who: 'who',
  note: 'note',
  outOfOrder: 'out-of-order',
} as const satisfies Readonly<Record<Part, string>>;
type Row = (typeof ROW_OF)[Part];
const ALL_PARTS = Object.keys(ROW_OF) as readonly Part[];
const partsOf = (row: Row): readonly Part[] => ALL_PARTS.filter((part) => ROW_OF[part] === row);
const ROWS: readonly Row[] = [...new Set(Object.values(ROW_OF))];

/** Rows of words, of which both can be kept. */
const TEXTS: Readonly<Partial<Record<Row, 'bestInterests' | 'note' | 'outOfOrder'>>> = {
  'best-interests': 'bestInterests',
  note: 'note',
  'out-of-order': 'outOfOrder',
};

/** Where two drafts of a form differ, in words. Ids of fields start with `field:`. */
export function differences(
  page: StepPage,
  mine: TypedStep,
  theirs: TypedStep,
  language: Speaker,
): readonly TwoVersionsRow[] {
  const fields = page.fields.flatMap((field): readonly TwoVersionsRow[] => {
    const [own, other] = [typedField(mine, field.id), typedField(theirs, field.id)];
    if (JSON.stringify(own) === JSON.stringify(other)) return [];
    const shown = (typed: typeof own) => {
      const reading = readField(field, typed);
      return reading.ok
        ? reading.value === null
          ? ''
          : formatValue(field, reading.value, language)
        : typed.text;
    };
    return [
      {
        id: `field:${field.id}`,
        title: language.localize(field.title),
        mine: shown(own),
        theirs: shown(other),
        hasBoth: FIELD_KINDS[field.type].isOwnWords && !!own.text && !!other.text,
      },
    ];
  });
  const [ownLines, otherLines] = [mine, theirs].map((typed) => entryLines(page, typed, {}, language));
  const parts = ROWS.flatMap((id): readonly TwoVersionsRow[] => {
    if (partsOf(id).every((key) => JSON.stringify(mine[key]) === JSON.stringify(theirs[key]))) return [];
    const find = (lines: typeof ownLines) => lines?.filter(({ fieldId }) => fieldId.startsWith(id)) ?? [];
    const shown = (lines: typeof ownLines) =>
      find(lines)
        .map((line) => line.shown)
        .join('\n');
    const title = [...find(ownLines), ...find(otherLines)][0]?.title;
    const text = TEXTS[id];
    return title
      ? [
          {
            id,
            title,
            mine: shown(ownLines),
            theirs: shown(otherLines),
            hasBoth: !!text && !!mine[text] && !!theirs[text],
          },
        ]
      : [];
  });
  return [...fields, ...parts];
}

/** The form with what was chosen of each; what nobody chose stays as in mine. */
export function merged(
  mine: TypedStep,
  theirs: TypedStep,
  chosen: Readonly<Record<string, Chosen>>,
): TypedStep {
  const fields = Object.entries(chosen).flatMap(([id, choice]) => {
    const field = id.startsWith('field:') ? id.slice('field:'.length) : null;
    if (field === null || choice === 'mine') return [];
    const [own, other] = [typedField(mine, field), typedField(theirs, field)];
    return [[field, choice === 'theirs' ? other : { ...own, text: joined(other.text, own.text) }] as const];
  });
  const parts = Object.entries(chosen).flatMap(([id, choice]) => {
    const row = ROWS.find((it) => it === id);
    if (!row) return [];
    const text = TEXTS[row];
    if (choice === 'both' && text) return [[text, joined(theirs[text], mine[text])] as const];
    return choice === 'theirs' ? partsOf(row).map((key) => [key, theirs[key]] as const) : [];
  });
  return { ...mine, ...Object.fromEntries(parts), fields: { ...mine.fields, ...Object.fromEntries(fields) } };
}

const joined = (first: string, second: string) => `${first}\n${second}`;
