import { namesIn } from '@repere/feel';
import type { Words } from '@repere/cases';
import type { FactDefinition } from '@repere/protocol';
import type { CaseDeviation, Deviation, RunView } from '@repere/case-engine';
import { maskOf } from '../../disclosure/mask-words';
import {
  type LeftOutFacts as LeftOut,
  NO_FACTS,
  opensStep,
  opensWords,
  type RedactedClasses,
} from '../../disclosure/opens-words';
import type { LoadedCase } from '../../reading/loaded-case';
import { HIDDEN } from './redact-explanation';

/** Deviations without the words of those that stand on facts that the reader may not see, or that are left out by name. */
export function redactDeviations(
  file: LoadedCase,
  redacted: RedactedClasses,
  leftOut: LeftOut = NO_FACTS,
): readonly Deviation[] {
  return file.view.deviations.map((it) => redactDeviation(file, it, redacted, leftOut));
}

/** What departed from a protocol, as the engine and its conformance name it. */
type Departure = Pick<Deviation, 'runId' | 'step' | 'entryId' | 'text'> & {
  readonly kind: Deviation['kind'] | CaseDeviation['kind'];
};

/** The deviation, its words only if the reader may see what they are built on. */
export function redactDeviation<T extends Departure>(
  file: LoadedCase,
  it: T,
  redacted: RedactedClasses,
  leftOut: LeftOut = NO_FACTS,
): T {
  if (tellsHidden(file, it, redacted, leftOut)) return { ...it, text: HIDDEN_DEVIATION };
  if (it.kind !== 'out-of-order') return it;
  const mask = maskOf(file, redacted);
  return { ...it, text: { fr: mask(it.text.fr), en: mask(it.text.en) } };
}

function tellsHidden(file: LoadedCase, it: Departure, redacted: RedactedClasses, leftOut: LeftOut): boolean {
  const { kind, runId, step: id, entryId } = it;
  const entry = file.journal.find((found) => found.id === entryId);
  switch (kind) {
    // Why the order was left is told in somebody's own words, why a step is waived in the protocol's.
    case 'out-of-order':
      return !entry || !opensWords(file, entry, 'outOfOrder', redacted, leftOut);
    case 'waived':
      return !entry || !opensWords(file, entry, 'reasons', redacted, leftOut);
    case 'flag':
    case 'rights-incident':
    case 'no-third-person':
      return !opensStep(file, runId, id, redacted, leftOut) || readsHiddenFacts(file, it, redacted, leftOut);
    // These say which step, when, and how long.
    case 'late':
    case 'late-recording':
    case 'amended':
    case 'repeated':
    case 'skipped':
    case 'unapproved':
    case 'unweighed':
      return false;
  }
}

/** Whether the condition of a flag reads more than its step asks for, and that is hidden. */
function readsHiddenFacts(
  file: LoadedCase,
  { runId, step: id, text: said }: Departure,
  redacted: RedactedClasses,
  leftOut: LeftOut,
): boolean {
  const step = file.findStep(runId, id);
  if (!step) return redacted.size > 0 || leftOut.size > 0;
  const conditions = [
    ...step.flags.map(({ because, when }) => ({ because, texts: [when] })),
    ...step.requires.map(({ because, when, that }) => ({ because, texts: [when, that] })),
  ].filter(({ because }) => because.fr === said.fr);
  const list = step.adds ?? step.about ?? null;
  return conditions.some(({ texts }) => readsHidden(file, runId, list, namesOfAll(texts), redacted, leftOut));
}

const HIDDEN_DEVIATION: Words = { fr: `Cet écart ${HIDDEN.fr}.`, en: `This deviation ${HIDDEN.en}.` };

/** Runs whose broken safeguards don't tell what the reader may not see. */
export function redactSafeguards(
  file: LoadedCase,
  redacted: RedactedClasses,
  leftOut: LeftOut = NO_FACTS,
): readonly RunView[] {
  return file.view.runs.map((run) => {
    if (!run.brokenSafeguards) return run;
    const { safeguards } = file.documentOf(run.runId);
    const brokenSafeguards = run.brokenSafeguards.map((it) => {
      const { always, never } = safeguards.find(({ id }) => id === it.id) ?? {};
      const names = namesOfAll([always, never].filter((text) => text !== undefined));
      return readsHidden(file, run.runId, null, names, redacted, leftOut)
        ? { ...it, title: { fr: `ce garde-fou ${HIDDEN.fr}`, en: `this safeguard ${HIDDEN.en}` } }
        : it;
    });
    return { ...run, brokenSafeguards };
  });
}

/** Names that these conditions read; `null`: one of them can not be read. */
export function namesOfAll(texts: readonly string[]): readonly string[] | null {
  const names = texts.map(namesIn);
  return names.some((it) => it === null) ? null : names.flatMap((it) => [...(it ?? [])]);
}

/** Whether a redacted fact is among the names, itself or through what is derived from it. What can not be read hides. */
export function readsHidden(
  file: LoadedCase,
  runId: string | null,
  list: string | null,
  names: readonly string[] | null,
  redacted: RedactedClasses,
  leftOut: LeftOut = NO_FACTS,
): boolean {
  const derived = {
    ...(runId === null ? {} : file.documentOf(runId).derived),
    ...(list === null ? {} : file.findFact(runId, list)?.derived),
  };
  const isHidden = (fact: FactDefinition, name: string): boolean =>
    redacted.has(fact.class) || leftOut.has(name) || leftOut.has(`${list ?? ''}.${name}`);
  const seen = new Set<string>();
  const reads = (all: readonly string[] | null): boolean =>
    all === null ||
    all.some((name) => {
      if (seen.has(name)) return false;
      seen.add(name);
      const fact =
        (list === null ? undefined : file.findFact(runId, `${list}.${name}`)) ?? file.findFact(runId, name);
      if (fact && isHidden(fact, name)) return true;
      const [head = name, part] = name.split('.');
      // A part tells of the whole: one item of a checklist; what is derived in each row, of its fields.
      if (part !== undefined) return reads([head]) || reads(inRows(head, file.findFact(runId, head), part));
      return !fact && reads(namesOfAll(textsOf(derived, name)));
    });
  return reads(names);
}

type Derived = FactDefinition['derived'];

/** The conditions that a derived value is made of; none where it is not derived. */
function textsOf(derived: Derived, name: string): readonly string[] {
  const value = derived && Object.hasOwn(derived, name) ? derived[name] : undefined;
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value.flatMap(({ when, is }) => [when, is]);
}

/** Names that are read where this is derived in the rows of a list: fields, or facts beside; `null`: it can not be read. */
function inRows(list: string, fact: FactDefinition | undefined, name: string): readonly string[] | null {
  const names = namesOfAll(textsOf(fact?.derived, name));
  return names && names.flatMap((it) => [it, `${list}.${it}`]);
}
