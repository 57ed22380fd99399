import type { FactsRecorded, JournalEntry } from '@repere/case-engine';
import type { FactValue, FactValues } from '@repere/protocol';
import type { NonAnswer } from '@repere/feel';
import type { AgeFacts, Rows } from './age-facts';

const RUN = 'run';
const AT = Date.UTC(2026, 0, 5, 9);

/** What stands in the journal for a fact that nobody knows. */
export type Blank = NonAnswer | 'left out';

const LISTS = ['elements', 'exams', 'decisions'] as const;
const OF_THE_CASE = ['first_presentation', 'trafficking_signs'] as const;

/** A journal in which these facts are told at once, the unknown ones as `blank`. */
export function ageJournal(facts: AgeFacts, blank: Blank = 'left out'): readonly JournalEntry[] {
  const { first_presentation, trafficking_signs, elements, exams, decisions, ...own } = facts;
  return [
    {
      ...entry(1),
      kind: 'run-opened',
      runId: RUN,
      protocol: 'age-doubt',
      version: '1.0.0',
    },
    {
      ...entry(2),
      kind: 'facts-recorded',
      values: {
        ...givenValues({ first_presentation }, blank),
        trafficking_signs: givenValues(trafficking_signs, blank) as FactValue,
      },
    },
    {
      ...entry(3),
      kind: 'facts-recorded',
      runId: RUN,
      values: givenValues(own, blank),
      lists: {
        elements: recordedRows(elements, blank),
        exams: recordedRows(exams, blank),
        decisions: recordedRows(decisions, blank),
      },
    },
  ];
}

/** Names of the facts that are no list, for those that forget them one by one. */
export function namesOfFacts(facts: AgeFacts): readonly (keyof AgeFacts)[] {
  return (Object.keys(facts) as (keyof AgeFacts)[]).filter(
    (name) => !(LISTS as readonly string[]).includes(name) && name !== OF_THE_CASE[1],
  );
}

function entry(seq: number) {
  const occurredAt = { from: AT, to: AT, precision: 'minute' } as const;
  return { id: `entry-${seq}`, seq, occurredAt, recordedAt: AT, enteredBy: 'TS' };
}

function givenValues(values: Readonly<Record<string, FactValue | null>>, blank: Blank): FactValues {
  const known: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== null) known[name] = value;
    else if (blank !== 'left out') known[name] = { answer: blank };
  }
  return known;
}

type RecordedList = NonNullable<FactsRecorded['lists']>[string];

function recordedRows<Row extends object>({ closed, rows }: Rows<Row>, blank: Blank): RecordedList {
  return {
    closed,
    rows: rows.map((row, index) => ({
      id: `r${index + 1}`,
      values: givenValues(row as Readonly<Record<string, FactValue | null>>, blank),
    })),
  };
}
