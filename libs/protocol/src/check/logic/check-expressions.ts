import {
  compileCondition,
  type Expression,
  type FeelProblem,
  parseExpression,
  walkSyntax,
  text,
} from '@repere/feel';
import type { DerivedText } from '../../documents/document';
import type { Path } from '../../yaml/yaml-source';
import type { CheckFinding } from '../checking';
import type { DocumentScope, Nothing } from '../document-scope';
import type { DerivedPlace, ExpressionPlace } from '../expressions';

/** An expression that compiled, with where it stands. */
export interface CheckedExpression {
  readonly at: Path;
  readonly expression: Expression<Nothing>;
  /** `low` or `exams.low`, for derived values. */
  readonly derived?: string;
}

export interface CheckedExpressions {
  readonly findings: readonly CheckFinding[];
  readonly expressions: readonly CheckedExpression[];
}

/** Compiles every condition and derived value of a document, and says what is wrong with each at its very character. */
export function checkExpressions(
  meaning: DocumentScope,
  conditions: Iterable<ExpressionPlace>,
  derived: Iterable<DerivedPlace>,
): CheckedExpressions {
  const findings: CheckFinding[] = [];
  const expressions: CheckedExpression[] = [];
  for (const { at, id, list, text } of derived) {
    const name = list === undefined ? id : `${list}.${id}`;
    const result = meaning.derived(id, list);
    if (meaning.circular.has(name)) findings.push(standsOnItself(name, at));
    else if (result && !result.ok) findings.push(...toFindings(result.problems, at, text, meaning, list));
    else if (result?.ok) expressions.push({ at, expression: result.value, derived: name });
  }
  for (const { at, text, list, less } of conditions) {
    const result = compileCondition(text, list === undefined ? meaning.scope : meaning.rowScope(list));
    if (!result.ok) findings.push(...toFindings(result.problems, at, text, meaning, list));
    else {
      expressions.push({ at, expression: result.value });
      if (less && !result.value.isMonotone) findings.push(notMonotone(at));
    }
  }
  return { findings, expressions };
}

function toFindings(
  problems: readonly FeelProblem[],
  at: Path,
  text: DerivedText,
  meaning: DocumentScope,
  list: string | undefined,
): readonly CheckFinding[] {
  return problems.flatMap(({ from, to, message, remedy, caseLine }) => {
    const source =
      typeof text === 'string' ? text : caseLine ? (text[caseLine.index]?.[caseLine.part] ?? '') : '';
    if (namesBroken(source, { from, to }, meaning, list)) return [];
    const place = caseLine ? [...at, caseLine.index, caseLine.part] : at;
    return [{ code: 'expression', at: place, offset: from, message, remedy }];
  });
}

/** A derived value that is itself wrong was reported where it stands; its readers need not say so again. */
function namesBroken(
  source: string,
  at: Range,
  { broken, circular }: DocumentScope,
  list: string | undefined,
): boolean {
  const isBroken = (name: string) => broken.has(name) || circular.has(name);
  return namesWithin(source, at).some(
    (name) =>
      isBroken(name) ||
      (list !== undefined && isBroken(`${list}.${name}`)) ||
      [...broken].some((key) => key.endsWith(`.${name}`)),
  );
}

type Range = Pick<FeelProblem, 'from' | 'to'>;

/** Names and fields that stand there, as the parser finds them; none in what can't be read. */
function namesWithin(source: string, { from, to }: Range): readonly string[] {
  const parsed = parseExpression(source);
  if (!parsed.ok) return [];
  const touches = (start: number, end: number): boolean => start < to && end > from;
  return [...walkSyntax(parsed.value)].flatMap((part) => {
    if (part.kind === 'name') return touches(part.from, part.to) ? [part.name] : [];
    return part.kind === 'path' && touches(part.fieldFrom, part.to) ? [part.field] : [];
  });
}

function standsOnItself(name: string, at: Path): CheckFinding {
  const message = text(`\`${name}\` dépend de lui-même.`, `\`${name}\` stands on itself.`);
  return {
    code: 'derived-in-a-circle',
    at,
    isKey: true,
    message,
    remedy: text(
      'Coupez la boucle : l’une de ces valeurs ne doit lire que des faits.',
      'Break the circle: one of these values must read facts only.',
    ),
  };
}

function notMonotone(at: Path): CheckFinding {
  return {
    code: 'less-not-monotone',
    at,
    message: text(
      'Une issue qui protège moins ne peut pas dépendre de ce qui peut changer ensuite : answer(), done(), in_effect(), started(), state.',
      'A less protective outcome may not stand on what can turn back: answer(), done(), in_effect(), started(), state.',
    ),
    remedy: text('Servez-vous de faits, ou de `approved(step)`.', 'Use facts, or `approved(step)`.'),
  };
}
