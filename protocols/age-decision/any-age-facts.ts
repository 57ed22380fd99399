import fc, { type Arbitrary } from 'fast-check';
import {
  type AgeFacts,
  CLEAR_EXAM,
  READY_CHILD,
  type Decision,
  type Element,
  type Exam,
  type Rows,
  TRAFFICKING_SIGNS,
} from './age-facts';

type Usually = <T>(usual: T, ...others: readonly T[]) => Arbitrary<T | null>;

/** The usual value so many times more often than one of the others or unknown: so that all statuses come up, and their edges. */
function usually(weight: number): Usually {
  return (usual, ...others) =>
    fc.oneof(
      { weight: weight, arbitrary: fc.constant(usual) },
      { weight: 2, arbitrary: fc.constantFrom(usual, ...others) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
}

const YES_NO = ['yes', 'no'] as const;
const PAPERS = ['valid', 'contested', 'set_aside', 'absent'] as const;
const PRESENTED = [
  '2025-02',
  '2025',
  '2025-01-31',
  '2025-02-28',
  '2026-02-28',
  '2026-03-01',
  '2025-02-10~',
] as const;
const EXAMINED = [
  '2025-02',
  '2025-02-11',
  '2025-03-10',
  '2025-06-10',
  '2025-06-11',
  '2024-12-01',
  '2025',
  '2025-02-10~',
];
const BORN = [
  '2007-02-10',
  '2007-02-11',
  '2007',
  '2006',
  '2007-02',
  '2008-02-29',
  '2005-03-01',
  '2005-03-01~',
] as const;
const DECIDED = ['2025-06-01', '2025-09-01', '2025-06-02', '2025-06', '2025', '2025-06-01~'] as const;
/** Months, to the tenth and to the thousandth, and tenths of a year, on both sides of where the margin and the delay lead to 216. */
const AGE = fc.oneof(
  fc.integer({ min: 2300, max: 2450 }).map((tenths) => tenths / 10),
  fc.integer({ min: 230_000, max: 245_000 }).map((thousandths) => thousandths / 1000),
  fc.integer({ min: 190, max: 205 }).map((tenthsOfYear) => (tenthsOfYear * 12) / 10),
  fc.constantFrom(216, 216.1, 215.9, 234, 234.1, 233.9, 240, 288, 300),
);
const MARGIN = fc.oneof(
  fc.constantFrom(0, 12, 17, 18, 19, 24, 25),
  fc.integer({ min: 17_900, max: 24_100 }).map((thousandths) => thousandths / 1000),
);

const anyElement = (mostly: Usually): Arbitrary<Element> =>
  fc.record({
    direction: mostly<'minor' | 'neutral' | 'adult'>('adult', 'neutral', 'minor'),
    independent: mostly<'yes' | 'no'>(...YES_NO),
  });

const anyExam = (mostly: Usually): Arbitrary<Exam> =>
  fc.record({
    judicial_order: mostly<'yes' | 'no'>(...YES_NO),
    ordered_on: mostly('2025-01-24', '2025-01-20', '2025-01-21', '2025-01', '2025-01-24~'),
    papers_then: mostly<(typeof PAPERS)[number]>('set_aside', ...PAPERS),
    implausible_then: mostly<'yes' | 'no'>(...YES_NO),
    consent: mostly<'given' | 'declined'>('given', 'declined'),
    consent_understood: mostly<'yes' | 'no'>(...YES_NO),
    withdrawn: mostly<'yes' | 'no'>('no', 'yes'),
    result: mostly<'pending' | 'received' | 'none'>('received', 'pending', 'none'),
    exam_on: mostly('2025-02-10', ...EXAMINED),
    qualified: mostly<'yes' | 'no'>(...YES_NO),
    pubertal: mostly<'yes' | 'no'>('no', 'yes'),
    respite_health_used: mostly<'yes' | 'no'>('no', 'yes'),
    figure: fc.constantFrom<Exam['figure'][]>('range', 'point', 'point', 'both', 'unreadable', null),
    range_low: fc.option(AGE, { freq: 15 }),
    range_high: fc.option(fc.oneof(AGE, fc.constantFrom(300, 340)), { freq: 15 }),
    point: fc.option(fc.oneof(AGE, fc.constant(288)), { freq: 15 }),
    margin_said: mostly<'stated' | 'none_stated'>('stated', 'none_stated'),
    margin: fc.option(MARGIN, { freq: 15 }),
    set_aside: fc.oneof(
      { weight: 5, arbitrary: fc.constant<Exam['set_aside']>('no') },
      { weight: 1, arbitrary: fc.constantFrom<Exam['set_aside'][]>('yes', null) },
    ),
  });

const anyDecision = (mostly: Usually): Arbitrary<Decision> =>
  fc
    .record({
      kind: mostly<'judicial' | 'administrative'>('judicial', 'administrative'),
      decided_on: fc.constantFrom(...DECIDED, null),
      says: fc.constantFrom<('minor' | 'adult')[]>('minor', 'adult', 'adult'),
      final: fc.constantFrom<('open' | 'same' | 'other' | null)[]>(
        'open',
        'same',
        'same',
        'same',
        'same',
        'other',
        null,
      ),
      isSaid: fc.integer({ min: 0, max: 20 }),
    })
    .map(({ kind, decided_on, says, final, isSaid }) => ({
      kind,
      decided_on,
      says: isSaid === 0 ? null : says,
      final: final === 'same' ? says : final === 'other' ? (says === 'minor' ? 'adult' : 'minor') : final,
    }));

function anyRows<Row>(row: Arbitrary<Row>, sizes: readonly number[]): Arbitrary<Rows<Row>> {
  return fc.constantFrom(...sizes).chain((size) =>
    fc.record({
      closed: fc.integer({ min: 0, max: 20 }).map((it) => it > 0),
      rows: fc.array(row, { minLength: size, maxLength: size }),
    }),
  );
}

/** Facts of some child, with unknown ones, imprecise dates, open lists. */
const anyFacts = (mostly: Usually): Arbitrary<AgeFacts> =>
  fc.record({
    first_presentation: mostly<string>('2025-02-10', ...PRESENTED),
    trafficking_signs: fc
      .tuple(
        ...TRAFFICKING_SIGNS.map((sign) =>
          mostly<'yes' | 'no'>('no', 'yes').map((answer) => [sign, answer] as const),
        ),
      )
      .map((answers) => Object.fromEntries(answers) as AgeFacts['trafficking_signs']),
    doubt_needed: mostly<'yes' | 'no'>('yes', 'no'),
    papers: fc.constantFrom<AgeFacts['papers'][]>(
      'set_aside',
      'set_aside',
      'absent',
      'valid',
      'valid',
      'contested',
      null,
    ),
    papers_birth: fc.constantFrom(...BORN, null),
    stated_age: mostly(240, 215, 216, 215.9, 192),
    contests: mostly<'yes' | 'no'>('no', 'yes'),
    minor_papers_since: mostly<'yes' | 'no'>('no', 'yes'),
    implausible: mostly<'yes' | 'no'>('yes', 'no'),
    assessment: fc.constantFrom<AgeFacts['assessment'][]>(
      'adult',
      'adult',
      'adult',
      'adult',
      'not_done',
      'inconclusive',
      'minor',
      null,
    ),
    after_respite: mostly<'yes' | 'no'>('yes', 'no'),
    assessors: mostly(2, 1, 3, 0),
    assessment_understood: mostly<'yes' | 'no'>('yes', 'no'),
    read_back: mostly<'yes' | 'no'>('yes', 'no'),
    assessed_on: mostly('2025-01-20', '2025-01-23', '2025-01-24', '2025-01-25', '2025-01', '2025-01-20~'),
    elements: anyRows(anyElement(mostly), [2, 2, 2, 3, 1, 0]),
    exams: anyRows(anyExam(mostly), [0, 0, 1, 1, 2, 3]),
    decisions: anyRows(anyDecision(mostly), [0, 0, 0, 1, 1, 2, 3]),
  });

/** An exam without a fault whose lowest age is 18, or a tenth or a thousandth of a month to either side of it. */
const edgeExam: Arbitrary<Exam> = fc
  .record({
    figure: fc.constantFrom(
      'point' as const,
      'narrow' as const,
      'wide' as const,
      'spread' as const,
      'both' as const,
    ),
    off: fc.constantFrom(-100, -1, 0, 0, 1, 100),
    margin_said: fc.constantFrom('stated' as const, 'none_stated' as const),
    margin: fc.oneof(fc.constantFrom(12_000, 18_000, 24_000), fc.integer({ min: 17_000, max: 41_000 })),
    half: fc.integer({ min: 0, max: 9_000 }),
    seen: fc.constantFrom(
      { exam_on: '2025-02-10', delay: 0 },
      { exam_on: '2025-02-11', delay: 1 },
      { exam_on: '2025-06-10', delay: 4 },
      { exam_on: '2025-06-11', delay: 5 },
    ),
  })
  .map(({ figure, off, margin_said, margin, half, seen: { exam_on, delay } }) => {
    // Whole thousandths of a month, written as months only at the end.
    const used = margin_said === 'stated' ? Math.max(margin, 18_000) : 18_000;
    const low = 216_000 + off + delay * 1000;
    const middle = (low + used) / 1000;
    const exam: Exam = {
      ...CLEAR_EXAM,
      exam_on,
      margin_said,
      margin: margin_said === 'stated' ? margin / 1000 : null,
    };
    switch (figure) {
      case 'point':
        return { ...exam, figure, point: middle };
      case 'narrow':
        return { ...exam, figure: 'range', range_low: middle, range_high: middle };
      case 'spread':
        return {
          ...exam,
          figure: 'range',
          range_low: (low + used - half) / 1000,
          range_high: (low + used + half) / 1000,
        };
      case 'wide':
        return { ...exam, figure: 'range', range_low: low / 1000, range_high: 400 };
      case 'both':
        return { ...exam, figure, range_low: 300, range_high: 400, point: middle };
    }
  });

/** An exam without a fault in which one field is another. */
const nearlyClearExam: Arbitrary<Exam> = fc
  .tuple(anyExam(usually(1)), fc.constantFrom(...(Object.keys(CLEAR_EXAM) as (keyof Exam)[])))
  .map(([other, field]) => ({ ...CLEAR_EXAM, [field]: other[field] }));

/** Children for whom one fact more or less decides: of lines 5, 5 with an exam, 4, 2. */
const OF_A_LINE: readonly AgeFacts[] = [
  READY_CHILD,
  { ...READY_CHILD, papers: 'absent' },
  { ...READY_CHILD, papers: 'valid', papers_birth: '2005-03-01', assessment: 'not_done' },
  {
    ...READY_CHILD,
    decisions: {
      closed: true,
      rows: [{ kind: 'judicial', decided_on: '2025-06-01', says: 'adult', final: 'adult' }],
    },
  },
];

/** One of them with its exam, and one or two facts of somebody else. */
const nearlyOfALine: Arbitrary<AgeFacts> = fc
  .record({
    child: fc.constantFrom(...OF_A_LINE),
    exams: fc.oneof(
      fc.constant<readonly Exam[]>([]),
      fc.tuple(edgeExam),
      fc.tuple(nearlyClearExam),
      fc.tuple(edgeExam, nearlyClearExam),
    ),
    other: anyFacts(usually(1)),
    taken: fc.uniqueArray(fc.constantFrom(...(Object.keys(READY_CHILD) as (keyof AgeFacts)[])), {
      maxLength: 2,
    }),
  })
  .map(({ child, exams, other, taken }) => ({
    ...child,
    exams: { closed: true, rows: exams },
    ...Object.fromEntries(taken.map((name) => [name, other[name]])),
  }));

/** A child for whom a line holds, but for at most one fact: where forgetting that fact would tell. */
export const oneFactOff: Arbitrary<AgeFacts> = fc
  .record({
    child: fc.constantFrom(...OF_A_LINE),
    other: anyFacts(usually(1)),
    taken: fc.constantFrom(...(Object.keys(READY_CHILD) as (keyof AgeFacts)[])),
  })
  .map(({ child, other, taken }) => ({ ...child, [taken]: other[taken] }));

/** Facts of some child: half of them scattered, half within a fact or two of where a line of the decision turns. */
export const anyAgeFacts: Arbitrary<AgeFacts> = fc.oneof(anyFacts(usually(80)), nearlyOfALine);

/** Ways to forget one known thing of some facts: a fact, an item, a field of a row, that a list was said to be complete. */
export function forgettings(facts: AgeFacts): readonly (() => AgeFacts)[] {
  const { trafficking_signs: signs } = facts;
  const ofFacts = Object.entries(facts)
    .filter(([, value]) => value !== null && typeof value !== 'object')
    .map(([name]) => () => ({ ...facts, [name]: null }));
  const ofSigns = Object.entries(signs)
    .filter(([, answer]) => answer !== null)
    .map(([sign]) => () => ({ ...facts, trafficking_signs: { ...signs, [sign]: null } }));
  const ofRows = (['elements', 'exams', 'decisions'] as const).flatMap((list) =>
    forgettingsOfRows<object>(facts[list]).map((forget) => () => ({ ...facts, [list]: forget() })),
  );
  return [...ofFacts, ...ofSigns, ...ofRows];
}

/** The same for one list. */
export function forgettingsOfRows<Row extends object>({
  closed,
  rows,
}: Rows<Row>): readonly (() => Rows<Row>)[] {
  const ofRows = rows.flatMap((row, at) =>
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([name]) => () => ({ closed, rows: rows.with(at, { ...row, [name]: null }) })),
  );
  return closed ? [() => ({ closed: false, rows }), ...ofRows] : ofRows;
}
