import type { Solve } from './solver-types';
import type { Query } from './query';
import { readAnswers, readValues } from '../z3/read-answer';
import type { Smt } from './smt';

/** How much the solver may spend on one question, in its own units, so that a busy machine changes no answer. */
const OPTIONS = '(set-option :rlimit 60000000)\n(set-option :smt.arith.solver 2)';

/** One question and no other after it: without what z3 keeps for the next, a third of the time. */
const CHECK_ONCE = '(check-sat-using smt)';

/** Whether there is a case of which this holds, and which. */
export async function askSolver(
  query: Query,
  goal: Smt,
  solve: Solve,
): Promise<{ readonly is: 'sat' | 'unsat' | 'unknown'; readonly values: ReadonlyMap<string, string> }> {
  query.script.assert(goal);
  const script = query.text();
  const names = query.script.constants.filter((it) => !it.includes('·'));
  const values = names.length > 0 ? `(get-value (${names.map((it) => `|${it}|`).join(' ')}))` : '';
  const output = await solve([OPTIONS, script, CHECK_ONCE, values].join('\n'));
  const [is = 'unknown'] = readAnswers(output);
  return { is, values: is === 'sat' ? caseIn(output, names) : new Map() };
}

/** Of each goal, whether there is a case of which it holds. */
export async function askEach(
  query: Query,
  goals: readonly Smt[],
  solve: Solve,
): Promise<readonly ('sat' | 'unsat' | 'unknown')[]> {
  if (goals.length === 0) return [];
  return readAnswers(
    await solve([assumable(query, goals), ...goals.map((_, at) => assuming(at))].join('\n')),
  );
}

/** Of each goal a case of which it holds, or `null`. */
export async function findEach(
  query: Query,
  goals: readonly Smt[],
  solve: Solve,
): Promise<readonly (ReadonlyMap<string, string> | null)[]> {
  const answers = await askEach(query, goals, solve);
  const names = query.script.constants.filter((it) => !it.includes('·'));
  const possible = answers.flatMap((is, at) => (is === 'sat' ? [at] : []));
  if (possible.length === 0) return goals.map(() => null);
  const again = possible.map(
    (at) => `${assuming(at)}(get-value (${names.map((it) => `|${it}|`).join(' ')}))`,
  );
  const output = await solve([assumable(query, goals), ...again].join('\n'));
  const cases = output
    .split(/^sat$/m)
    .slice(1)
    .map((it) => caseIn(it, names));
  // Each is found by its place: where one is missing, those behind it would be another goal's.
  if (cases.length !== possible.length)
    throw new Error(`z3 gave ${String(cases.length)} cases where there are ${String(possible.length)}`);
  return goals.map((_, at) => cases[possible.indexOf(at)] ?? null);
}

/** Values of what was said to have a case. z3 says that it has none without calling that a mistake. */
function caseIn(output: string, names: readonly string[]): ReadonlyMap<string, string> {
  const values = readValues(output);
  if (names.length > 0 && values.size === 0) throw new Error('z3 says that there is a case, and gives none');
  return values;
}

/** The script with a name for each goal, which is assumed rather than asserted and taken back: half the time. */
function assumable(query: Query, goals: readonly Smt[]): string {
  // Settled before the script is taken: goals may have named rows.
  const script = query.text();
  return [
    OPTIONS,
    script,
    ...goals.map((goal, at) => `(declare-const |?${at}| Bool)(assert (=> |?${at}| ${goal}))`),
  ].join('\n');
}

const assuming = (at: number): string => `(check-sat-assuming (|?${at}|))`;
