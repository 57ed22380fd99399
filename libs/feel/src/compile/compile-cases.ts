import type { CaseLines } from '../expression-types';
import { type Value, text } from '../value';
import { compileText, expressionOf } from './compile-expression';
import type { Compiled, Expression, FeelProblem, FeelType, Scope } from '../expression-types';
import { describeTerm, describeType } from './describe-type';
import { requireCondition } from './require-condition';
import { isSettled, type ConditionTerm, type Term } from './condition-term';

interface CaseLine<Env> {
  readonly when: ConditionTerm<Env>;
  readonly is: Term<Env>;
}

/**
 * A derived value given by `when`/`is` lines: what the first true line says. Lines are tried in order and strictly: an
 * unknown line makes the result unknown, and so does no line being true. All lines give one type. Problems say in which
 * line they are (`caseLine`).
 */
export function compileCases<Env>(lines: CaseLines, scope: Scope<Env>): Compiled<Expression<Env>> {
  const problems: FeelProblem[] = [];
  const compiled: CaseLine<Env>[] = [];
  lines.forEach((line, index) => {
    const when = compileText<Env, ConditionTerm<Env>>(line.when, scope, requireCondition);
    const is = compileText(line.is, scope, (_, term: Term<Env> | null) => term);
    if (!when.ok)
      problems.push(...when.problems.map((one) => ({ ...one, caseLine: { index, part: 'when' as const } })));
    if (!is.ok)
      problems.push(...is.problems.map((one) => ({ ...one, caseLine: { index, part: 'is' as const } })));
    if (when.ok && is.ok) compiled.push({ when: when.value, is: is.value });
  });
  const [first] = compiled;
  if (problems.length > 0) return { ok: false, problems };
  if (!first) return { ok: false, problems: [NO_LINE] };

  let { type } = first.is;
  for (const [index, { is }] of compiled.entries()) {
    const joined = joinTypes(type, is.type);
    if (joined) type = joined;
    else problems.push(differentType(index, is, type));
  }
  if (problems.length > 0) return { ok: false, problems };
  const source = lines.map((line) => `when ${line.when} is ${line.is}`).join('\n');
  return { ok: true, value: expressionOf(source, casesTerm(source, type, compiled)) };
}

const NO_LINE: FeelProblem = {
  from: 0,
  to: 0,
  message: text('Il n’y a aucune ligne à essayer.', 'There is no line to try.'),
  remedy: text('Écrivez au moins une ligne avec when et is.', 'Write at least one line with when and is.'),
};

function differentType<Env>(index: number, is: Term<Env>, type: FeelType): FeelProblem {
  return {
    from: is.place.from,
    to: is.place.to,
    message: text(
      `Cette ligne donne ${describeTerm(is).fr}, celles au-dessus donnent ${describeType(type).fr}.`,
      `This line gives ${describeTerm(is).en}, the lines above give ${describeType(type).en}.`,
    ),
    remedy: text(
      'Donnez le même type à chaque ligne ; les codes se mettent entre guillemets doubles dans le texte YAML.',
      'Give the same type in every line; codes stand in double quotes inside the YAML string.',
    ),
    caseLine: { index, part: 'is' },
  };
}

/** The type that covers both: codes are gathered, everything else must be alike. */
function joinTypes(a: FeelType, b: FeelType): FeelType | undefined {
  if (a.kind === 'choice' && b.kind === 'choice')
    return { kind: 'choice', values: [...new Set([...a.values, ...b.values])] };
  if (a.kind === 'number' && b.kind === 'number') {
    if (a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit) return undefined;
    return a.unit === undefined ? b : a;
  }
  const isPlain = a.kind === 'boolean' || a.kind === 'text' || a.kind === 'date' || a.kind === 'duration';
  return isPlain && a.kind === b.kind ? a : undefined;
}

function casesTerm<Env>(source: string, type: FeelType, lines: readonly CaseLine<Env>[]): Term<Env> {
  const evaluate = (env: Env): Value => {
    for (const line of lines) {
      const truth = line.when.test(env);
      if (truth === true) return line.is.evaluate(env);
      if (truth === null) return null;
    }
    return null;
  };
  const references = lines.flatMap((line) => [...line.when.references, ...line.is.references]);
  return {
    place: { from: 0, to: source.length },
    type,
    evaluate,
    references,
    isMonotone: lines.every((line) => line.when.isMonotone && line.is.isMonotone),
    unresolved(env) {
      if (isSettled(evaluate(env))) return [];
      const { line, truth } = firstNotFalse(lines, env);
      // No line holds and nothing is unknown: any of them would have to change.
      if (!line) return references;
      return truth === null ? line.when.unresolved(env) : line.is.unresolved(env);
    },
    deciding(env) {
      const { line, above } = firstNotFalse(lines, env);
      const why = [...above, ...(line ? [line] : [])].flatMap((one) => one.when.deciding(env));
      return line ? [...why, ...line.is.deciding(env)] : why;
    },
  };
}

/** The line that settles the result, with those above it that did not hold. */
function firstNotFalse<Env>(lines: readonly CaseLine<Env>[], env: Env) {
  const index = lines.findIndex((line) => line.when.test(env) !== false);
  const line = index < 0 ? undefined : lines[index];
  return { line, truth: line?.when.test(env) ?? null, above: index < 0 ? lines : lines.slice(0, index) };
}
