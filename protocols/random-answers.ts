import { type Command } from '@repere/case-engine';
import type { NonAnswer } from '@repere/feel';
import type {
  FactDefinition,
  FactTypeName,
  FactValue,
  SharedDocument,
  StepDefinition,
} from '@repere/protocol';

/** Whole numbers, each below the bound that is asked. */
export type Draw = (bound: number) => number;

const NON_ANSWERS = ['unknown', 'not-asked', 'refused'] as const satisfies readonly NonAnswer[];

type Answers = Pick<
  Extract<Command, { kind: 'complete-step' }>,
  'values' | 'row' | 'closes' | 'reasons' | 'bestInterests' | 'childView' | 'evidence' | 'note'
>;

/** Any answers to a step. `rows`: those that were added so far, to whatever list; a step may be about one. */
export function anyAnswers(
  shared: SharedDocument,
  step: StepDefinition,
  facts: Readonly<Record<string, FactDefinition>>,
  rows: readonly string[],
  draw: Draw,
  newId: () => string,
): Answers {
  const values: Record<string, FactValue> = {};
  const row: Record<string, FactValue> = {};
  for (const field of step.fields) {
    const [list = '', inRow] = field.split('.');
    const fact = inRow === undefined ? facts[list] : facts[list]?.row?.[inRow];
    if (fact === undefined || (!step.required.includes(field) && draw(3) === 0)) continue;
    (inRow === undefined ? values : row)[inRow ?? list] = anyAnswer(fact, draw);
  }
  const decided = step.decides === undefined ? undefined : values[step.decides];
  const reasons = typeof decided === 'string' ? shared.reasons[step.reasons[decided] ?? ''] : undefined;
  const closes = step.closes !== undefined && draw(3) === 0;
  const weighed = draw(4) > 0;
  return {
    values,
    ...(step.adds !== undefined &&
      !(closes && draw(2) === 0) && { row: { id: draw(3) === 0 ? `r${draw(3)}` : newId(), values: row } }),
    ...(step.adds === undefined &&
      step.about !== undefined && { row: { id: rows[draw(rows.length)] ?? `r${draw(3)}`, values: row } }),
    ...(closes && { closes }),
    // One that contradicts what is recorded is refused: another history draws another.
    ...(reasons && { reasons: anyOf(Object.keys(reasons), draw) }),
    ...(weighed && { bestInterests: 'Être protégé.', childView: { said: '…' }, note: 'Motif.' }),
    ...(draw(4) > 0 && {
      evidence: Object.fromEntries(step.evidence.map((kind) => [kind, { reference: 'ref' }])),
    }),
  };
}

export function anyAnswer(fact: FactDefinition, draw: Draw): FactValue {
  if (draw(6) === 0) return { answer: NON_ANSWERS[draw(3)] ?? 'unknown' };
  return ANY[fact.type](fact, draw);
}

/** Any right answer of each kind. */
const ANY: Readonly<Record<FactTypeName, (fact: FactDefinition, draw: Draw) => FactValue>> = {
  'yes-no': (_, draw) => (draw(2) === 0 ? 'yes' : 'no'),
  choice({ values = [], ranked, multiple }, draw) {
    const codes = ranked ?? values.map(({ code }) => code);
    const code = codes[draw(codes.length)] ?? '';
    return multiple ? [code] : code;
  },
  checklist({ items = [] }, draw) {
    const all = draw(3); // now and then all items are alike, which some doors need
    return Object.fromEntries(
      items.map(({ id }) => [
        id,
        all === 0
          ? 'no'
          : all === 1 && draw(4) > 0
            ? 'yes'
            : draw(2) === 0
              ? 'no'
              : { answer: NON_ANSWERS[draw(3)] ?? 'unknown' },
      ]),
    );
  },
  date: (_, draw) =>
    [
      `2025-12-${String(draw(20) + 10)}`,
      `${2004 + draw(8)}`,
      `${2004 + draw(8)}-0${draw(8) + 1}`,
      '2008~',
      '2025-11-30',
    ][draw(5)] ?? '2025',
  number: anyNumber,
  months: anyNumber,
  text: () => 'mots',
  duration: () => ({ answer: 'unknown' }),
  list: () => ({ answer: 'unknown' }),
};

function anyNumber({ min = 0, max = Infinity }: FactDefinition, draw: Draw): number {
  return Math.min(max, Math.max(min, draw(2) === 0 ? draw(4) : 200 + draw(60)));
}

function anyOf(codes: readonly string[], draw: Draw): readonly string[] {
  const code = codes[draw(codes.length)];
  return code === undefined ? [] : [code];
}
