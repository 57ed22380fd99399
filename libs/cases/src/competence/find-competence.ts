import type { CaseView, FactView } from '@repere/case-engine';
import type {
  ChecklistAnswers,
  CompetenceGround,
  CompetenceRule,
  CountedAnswer,
  FactValue,
} from '@repere/protocol';

type Seen = Pick<CaseView, 'facts'> & {
  readonly runs: readonly (Pick<CaseView['runs'][number], 'runId' | 'protocol' | 'ended'> & {
    readonly steps: readonly Pick<CaseView['runs'][number]['steps'][number], 'id' | 'entryIds'>[];
  })[];
};

/** A rule that would make another authority competent, and the facts that nobody knows of it. */
export interface OpenRule {
  readonly rule: CompetenceRule;
  readonly facts: readonly string[];
}

export interface FoundCompetence {
  /** The first rule that exactly holds; `null`: none does, of what is known. */
  readonly decided: CompetenceRule | null;
  /** Rules before it that nobody can tell yet, of other authorities than the one that it names. */
  readonly open: readonly OpenRule[];
}

/** Which authority is competent, from what is recorded. Unknown decides nothing and is never no: it is named as open. */
export function findCompetence(rules: readonly CompetenceRule[], seen: Seen): FoundCompetence {
  const open: OpenRule[] = [];
  for (const rule of rules) {
    const grounds = rule.any.map((ground) => testGround(ground, seen));
    if (grounds.some(({ holds }) => holds === true))
      return { decided: rule, open: open.filter((it) => it.rule.authority !== rule.authority) };
    const facts = grounds.flatMap(({ holds, missing }) => (holds === null ? missing : []));
    if (facts.length > 0) open.push({ rule, facts: [...new Set(facts)] });
  }
  return { decided: null, open };
}

/** Every fact that a rule reads: who may not see one of them is not told what it decides. */
export const factsOfRule = ({ any }: Pick<CompetenceRule, 'any'>): readonly string[] => [
  ...new Set(
    any.flatMap(({ known, recorded, unless }) => [...known, ...recorded, ...unless].map((it) => it.fact)),
  ),
];

interface Tested {
  /** `null`: nobody knows. */
  readonly holds: boolean | null;
  readonly missing: readonly string[];
}

const NO: Tested = { holds: false, missing: [] };

function testGround({ known, recorded, unless, done, open }: CompetenceGround, seen: Seen): Tested {
  if (done.length > 0 && !done.some((step) => isDone(step, seen))) return NO;
  const going = seen.runs.filter((run) => open.includes(run.protocol) && !run.ended);
  if (
    open.length > 0 &&
    going.every(({ runId }) => unless.some((it) => isLifted(it, [], ofRun(runId, seen))))
  )
    return NO;
  const answers = [
    ...known.map((it) => ({ fact: it.fact, holds: testAnswer(it, seen, null) })),
    // What an authority did is an entry: where there is none, nothing was recorded.
    ...recorded.map((it) => ({ fact: it.fact, holds: testAnswer(it, seen, false) })),
  ];
  if (answers.some(({ holds }) => holds === false)) return NO;
  if (open.length === 0 && unless.some((it) => isLifted(it, [...known, ...recorded], seen))) return NO;
  const missing = answers.flatMap(({ fact, holds }) => (holds === null ? [fact] : []));
  return missing.length > 0 ? { holds: null, missing } : { holds: true, missing };
}

/** What was said before an act does not end it. */
function isLifted(end: CountedAnswer, begun: readonly CountedAnswer[], seen: Seen): boolean {
  if (testAnswer(end, seen, false) !== true) return false;
  const at = lastSeq(end.fact, seen);
  return begun.every((it) => lastSeq(it.fact, seen) <= at);
}

/** What one run alone says: what ended another time ended that one. */
const ofRun = (runId: string, { facts, runs }: Seen): Seen => ({
  facts: facts.filter((it) => it.runId === runId),
  runs,
});

const lastSeq = (fact: string, seen: Seen): number =>
  Math.max(-1, ...viewsOf(fact, seen).map(({ seq }) => seq));

const isDone = (name: string, { runs }: Seen): boolean =>
  runs.some(({ protocol, steps }) =>
    steps.some(({ id, entryIds }) => `${protocol}.${id}` === name && entryIds.length > 0),
  );

const viewsOf = (name: string, { facts }: Seen): readonly FactView[] => {
  const [head = name] = name.split('.');
  return facts.filter(({ fact }) => fact === head);
};

/** Whether one run, or the case, has one of these answers; `null`: somebody could not say. `absent`: nobody said anything. */
function testAnswer({ fact, in: codes }: CountedAnswer, seen: Seen, absent: false | null): boolean | null {
  const [, item] = fact.split('.');
  const answers = viewsOf(fact, seen).map(({ value }) => codeOf(value, item));
  if (answers.some((it) => it !== null && codes.includes(it))) return true;
  if (answers.length === 0) return absent;
  return answers.includes(null) ? null : false;
}

/** The code that was given; `null`: none was. A missing item was not asked. */
function codeOf(value: FactValue, item: string | undefined): string | null {
  if (item === undefined) return typeof value === 'string' ? value : answerIn(value);
  if (typeof value !== 'object' || Array.isArray(value) || 'answer' in value) return null;
  const said = (value as ChecklistAnswers)[item];
  if (said === undefined) return null;
  return typeof said === 'string' ? said : answerIn(said);
}

/** Yes or no with words beside it; anything else that is given instead of an answer is none. */
function answerIn(value: FactValue): string | null {
  if (typeof value !== 'object' || Array.isArray(value) || !('answer' in value)) return null;
  const { answer } = value;
  return answer === 'yes' || answer === 'no' ? answer : null;
}
