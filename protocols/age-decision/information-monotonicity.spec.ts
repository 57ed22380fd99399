import { readFiles } from '../read-files';
import {
  type AgeFacts,
  type AgeStatus,
  CLEAR_EXAM,
  type Decision,
  type Element,
  type Exam,
  HARM,
  READY_CHILD,
  type Rows,
} from './age-facts';
import { ageStatus } from './age-status';
import { AgeTrial } from './age-trial';
import { forgettingsOfRows } from './any-age-facts';

const ADULT: Element = { direction: 'adult', independent: 'yes' };
const MINOR: Element = { direction: 'minor', independent: 'yes' };
const FINAL: Decision = { kind: 'judicial', decided_on: '2025-06-01', says: 'adult', final: 'adult' };
const { trafficking_signs: NO_SIGN } = READY_CHILD;

/**
 * Each fact that lines 1 to 5 read, divided into the classes that they tell apart. What makes an exam one or the other class, field
 * by field, is left to the random children of `age-decision.spec.ts`; here an exam is forgotten in three ways.
 */
const CLASSES: { readonly [Name in keyof AgeFacts]?: readonly AgeFacts[Name][] } = {
  doubt_needed: ['yes', 'no'],
  papers: ['valid', 'contested', 'set_aside', 'absent'],
  papers_birth: ['2005-03-01', '2008-05-01'],
  stated_age: [240, 192],
  contests: ['no', 'yes'],
  implausible: ['yes', 'no'],
  trafficking_signs: [NO_SIGN, { ...NO_SIGN, debt: 'yes' }],
  assessment: ['not_done', 'minor', 'adult'],
  assessors: [2, 1],
  elements: [all(ADULT, ADULT), all(ADULT), all(ADULT, ADULT, MINOR)],
  exams: [all(), all(CLEAR_EXAM), all({ ...CLEAR_EXAM, point: 228 })],
  decisions: [
    all(),
    all({ ...FINAL, final: 'open' }),
    all(FINAL),
    all({ ...FINAL, says: 'minor', final: 'minor' }),
  ],
  minor_papers_since: ['no', 'yes'], // divided where there is a final decision
};
/** Not divided: every line wants them the same way. */
const ONE_WAY = [
  'first_presentation',
  'after_respite',
  'assessment_understood',
  'read_back',
  'assessed_on',
] as const;

const protocol = new AgeTrial(readFiles());

describe('forgetting', () => {
  it('never harms, whatever the known facts are and whichever of them is forgotten', () => {
    const names = Object.keys(CLASSES) as (keyof AgeFacts)[];
    const harmed: string[] = [];
    let asked = 0;
    protocol.status(READY_CHILD);

    const forgetEach = (facts: AgeFacts): void => {
      const before = protocol.outcome();
      asked++;
      if (before !== ageStatus(facts)) harmed.push(`${before}: ${JSON.stringify(facts)}`);
      if (HARM[before] === 2) return;
      for (const name of [...names, ...ONE_WAY]) {
        const known = facts[name];
        for (const less of forgotten(name, known)) {
          protocol.recordFact(name, less);
          asked++;
          const after: AgeStatus = protocol.outcome();
          if (HARM[after] > HARM[before])
            harmed.push(`${before} → ${after} without ${name}: ${JSON.stringify(facts)}`);
        }
        protocol.recordFact(name, known);
      }
    };
    const compareFrom = (facts: AgeFacts, at: number): void => {
      const name = names[at];
      if (name === undefined) return forgetEach(facts);
      const values =
        name === 'minor_papers_since' && facts.decisions.rows[0] !== FINAL ? ['no' as const] : CLASSES[name];
      for (const value of values ?? []) {
        protocol.recordFact(name, value);
        compareFrom({ ...facts, [name]: value }, at + 1);
      }
    };
    compareFrom(READY_CHILD, 0);

    expect(harmed.slice(0, 3)).toEqual([]);
    expect(asked).toBeGreaterThan(1_000_000);
  });
});

function all<Row>(...rows: readonly Row[]): Rows<Row> {
  return { closed: true, rows };
}

/** The fact forgotten; of signs and lists, their parts in turn. */
function forgotten<Name extends keyof AgeFacts>(
  name: Name,
  value: AgeFacts[Name],
): readonly AgeFacts[keyof AgeFacts][] {
  if (value === null || typeof value !== 'object') return [null];
  if (!('rows' in value)) return [{ ...NO_SIGN, debt: null }];
  const known =
    LESS.get(value) ?? (name === 'exams' ? lessExams(value.rows as readonly Exam[]) : lessRows(value));
  LESS.set(value, known);
  return known as readonly AgeFacts[keyof AgeFacts][];
}

const LESS = new Map<object, readonly Rows<object>[]>();

function lessRows(rows: Rows<object>): readonly Rows<object>[] {
  return forgettingsOfRows(rows).map((forget) => forget());
}

function lessExams([exam]: readonly Exam[]): readonly Rows<object>[] {
  if (exam === undefined) return [{ closed: false, rows: [] }];
  return [
    { closed: false, rows: [exam] },
    all({ ...exam, result: null }),
    all({ ...exam, point: null }),
    all({ ...exam, set_aside: null }),
  ];
}
