import { type CaseLines, text, type Text, type Truth } from '@repere/feel';
import type { Path } from '../../yaml/yaml-source';
import type { CheckFinding } from '../checking';
import type { Domain } from '../logic/domains';
import type { Assignment } from '../logic/domains';
import { type Formula, formulaOf, type Reading } from '../logic/formula';
import { tryAll } from '../logic/truth-table';

/** Lines of which the first that holds counts, and that never do because one above always holds first. */
export function* checkLines(reading: Reading): Iterable<CheckFinding> {
  const { outcomes, derived, facts } = reading.document;
  const conditions = outcomes.map(({ when }) => formulaOf(when ?? 'false', undefined, reading));
  for (const [index, { id, protects, when }] of outcomes.entries()) {
    const line = conditions[index];
    const isPast = protects === 'less' ? isFalse : isNotTrue;
    if (line && when !== undefined && !mayBeFirst(line, conditions.slice(0, index), isPast))
      yield neverFirst(text(`\`${id}\``, `\`${id}\``), ['outcomes', index]);
  }
  for (const [id, text] of Object.entries(derived)) {
    if (typeof text !== 'string') yield* checkCases(text, undefined, ['derived', id], reading);
  }
  for (const [list, fact] of Object.entries(facts)) {
    for (const [id, text] of Object.entries(fact.derived ?? {}))
      if (typeof text !== 'string') yield* checkCases(text, list, ['facts', list, 'derived', id], reading);
  }
}

function* checkCases(
  lines: CaseLines,
  list: string | undefined,
  at: Path,
  reading: Reading,
): Iterable<CheckFinding> {
  const conditions = lines.map(({ when }) => formulaOf(when, list, reading));
  for (const [index, line] of conditions.entries()) {
    if (!mayBeFirst(line, conditions.slice(0, index), isFalse))
      yield neverFirst(text('Cette ligne', 'This line'), [...at, index]);
  }
}

const isFalse = (truth: Truth): boolean => truth === false;
const isNotTrue = (truth: Truth): boolean => truth !== true;

/** Whether the line can hold while those above it let it; yes where there is too much to try. */
function mayBeFirst(line: Formula, above: readonly Formula[], isPast: (truth: Truth) => boolean): boolean {
  let found = false;
  const visit = (assignment: Assignment): boolean => {
    found = line.test(assignment) === true && above.every(({ test }) => isPast(test(assignment)));
    return found;
  };
  return !tryAll(together([line, ...above]), visit) || found;
}

function together(formulas: readonly Formula[]): ReadonlyMap<string, Domain> {
  const all = new Map<string, Domain>();
  for (const { domains } of formulas) {
    for (const [key, domain] of domains) {
      const known = all.get(key);
      const numbers = [...(known?.numbers ?? []), ...(domain.numbers ?? [])];
      all.set(key, domain.numbers ? { values: [], numbers: [...new Set(numbers)] } : domain);
    }
  }
  return all;
}

function neverFirst(what: Text, at: Path): CheckFinding {
  const message = text(
    `${what.fr} n’est jamais atteinte : elle ne peut valoir que si une ligne au-dessus vaut.`,
    `${what.en} is never reached: it can’t hold unless a line above does.`,
  );
  const remedy = text(
    'Montez-la, ou resserrez les lignes au-dessus.',
    'Move it up, or narrow the lines above it.',
  );
  return { code: 'line-never-reached', at, message, remedy };
}
