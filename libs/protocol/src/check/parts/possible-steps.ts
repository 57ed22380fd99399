import { wordAbout } from '@repere/feel';
import type { StepDefinition } from '../../documents/document';
import type { Domain } from '../logic/domains';
import { type Formula, formulaOf, type Reading } from '../logic/formula';
import { truthsOf } from '../logic/truth-table';

/**
 * Ids of the steps that can happen, as far as single conditions and the order of steps tell: the least set in which each
 * may apply, be ready and come after what it waits for. What needs a longer look counts as possible.
 */
export function possibleSteps(reading: Reading): ReadonlySet<string> {
  const { steps } = reading.document;
  const ids = new Set(steps.map(({ id }) => id));
  const possible = new Set<string>();
  let open = steps.map((step) => ({ step, formulas: formulasOf(step, reading) }));
  for (let before = -1; before !== possible.size;) {
    before = possible.size;
    open = open.filter(({ step, formulas }) => {
      if (!mayCome(step, possible, ids) || !formulas.every((it) => mayHold(it, possible))) return true;
      possible.add(step.id);
      return false;
    });
  }
  return possible;
}

interface Needed {
  readonly formula: Formula;
  /** `unless` must be able not to hold, the others to hold. */
  readonly isUnless: boolean;
}

function formulasOf(step: StepDefinition, reading: Reading): readonly Needed[] {
  return (['when', 'unless', 'ready'] as const).flatMap((key) => {
    const text = step[key];
    return text === undefined
      ? []
      : [{ formula: formulaOf(text, undefined, reading), isUnless: key === 'unless' }];
  });
}

/** A step that comes only after steps that never happen doesn't either; nor one that counts its opening from such a step. */
function mayCome(
  { after, opensAt }: StepDefinition,
  possible: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): boolean {
  if (opensAt && ids.has(opensAt.from) && !possible.has(opensAt.from)) return false;
  return after.length === 0 || after.some((id) => possible.has(id));
}

function mayHold({ formula, isUnless }: Needed, possible: ReadonlySet<string>): boolean {
  const truths = truthsOf(formula.test, asPossible(formula.domains, possible));
  if (!truths) return true;
  return isUnless ? truths.has(false) || truths.has(null) : truths.has(true);
}

/** Words that are true of steps that happened. */
const HAPPENED: ReadonlySet<string> = new Set(['done', 'approved', 'in_effect']);

/** What is read of a step that never happens: never done, approved or in effect. */
function asPossible(
  domains: ReadonlyMap<string, Domain>,
  possible: ReadonlySet<string>,
): ReadonlyMap<string, Domain> {
  return new Map(
    [...domains].map(([key, domain]) => {
      const asked = wordAbout(key);
      const isImpossible = asked !== null && HAPPENED.has(asked.word) && !possible.has(asked.about);
      return [key, isImpossible ? { values: [false] } : domain];
    }),
  );
}
