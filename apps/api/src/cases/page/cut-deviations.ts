import type { Words } from '@repere/cases';
import type { Deviation, FieldClass, RunView } from '@repere/protocol-engine';
import type { LoadedCase } from '../loaded-case';
import { HIDDEN } from './cut-explanation';

type Withheld = ReadonlySet<FieldClass>;
/** Ids of facts, a row's field as `list.field`. */
type LeftOut = ReadonlySet<string>;
const NONE: LeftOut = new Set();

/** Deviations without the words of those that stand on facts that the reader may not see, or that are left out by name. */
export function cutDeviations(
  file: LoadedCase,
  withheld: Withheld,
  leftOut: LeftOut = NONE,
): readonly Deviation[] {
  return file.view.deviations.map((it) => cutDeviation(file, it, withheld, leftOut));
}

/** The deviation, its words only if the reader may see what it stands on. */
export function cutDeviation(
  file: LoadedCase,
  it: Deviation,
  withheld: Withheld,
  leftOut: LeftOut = NONE,
): Deviation {
  // Why the order was left is told in somebody's own words.
  if (it.kind === 'out-of-order' && withheld.has('narrative')) return { ...it, text: HIDDEN_DEVIATION };
  const step = it.kind === 'flag' || it.kind === 'rights-incident' ? file.findStep(it.runId, it.step) : null;
  if (!step) return it;
  const conditions = [
    ...step.flags.map(({ because, when }) => ({ because, text: when })),
    ...step.requires.map(({ because, when, that }) => ({ because, text: `${when} ${that}` })),
  ].filter(({ because }) => because.fr === it.text.fr);
  const list = step.adds ?? step.about ?? null;
  return conditions.some(({ text }) => readsHidden(file, it.runId, list, text, withheld, leftOut))
    ? { ...it, text: HIDDEN_DEVIATION }
    : it;
}

const HIDDEN_DEVIATION: Words = { fr: `Cet écart ${HIDDEN.fr}.`, en: `This deviation ${HIDDEN.en}.` };

/** Runs whose broken safeguards don't tell what the reader may not see. */
export function cutSafeguards(
  file: LoadedCase,
  withheld: Withheld,
  leftOut: LeftOut = NONE,
): readonly RunView[] {
  return file.view.runs.map((run) => {
    if (!run.brokenSafeguards) return run;
    const { safeguards } = file.documentOf(run.runId);
    const brokenSafeguards = run.brokenSafeguards.map((it) => {
      const { always = '', never = '' } = safeguards.find(({ id }) => id === it.id) ?? {};
      return readsHidden(file, run.runId, null, `${always} ${never}`, withheld, leftOut)
        ? { ...it, title: { fr: `ce garde-fou ${HIDDEN.fr}`, en: `this safeguard ${HIDDEN.en}` } }
        : it;
    });
    return { ...run, brokenSafeguards };
  });
}

/** Whether a condition names a withheld fact, itself or through what is derived from it. */
export function readsHidden(
  file: LoadedCase,
  runId: string | null,
  list: string | null,
  condition: string,
  withheld: Withheld,
  leftOut: LeftOut = NONE,
): boolean {
  const derived = runId === null ? {} : file.documentOf(runId).derived;
  const seen = new Set<string>();
  const reads = (text: string): boolean =>
    (text.match(/[a-z][a-z0-9_]*/g) ?? []).some((name) => {
      if (seen.has(name)) return false;
      seen.add(name);
      const fact =
        (list === null ? undefined : file.findFact(runId, `${list}.${name}`)) ?? file.findFact(runId, name);
      if (fact) return withheld.has(fact.class) || leftOut.has(name) || leftOut.has(`${list ?? ''}.${name}`);
      return Object.hasOwn(derived, name) && reads(JSON.stringify(derived[name]));
    });
  return reads(condition);
}
