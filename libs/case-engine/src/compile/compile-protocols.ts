import type { CaseFold } from '../fold/case-fold';
import { parseCalendarTime, type Scope } from '@repere/feel';
import {
  contradictionsIn,
  type ProtocolDocument,
  type SafeguardDefinition,
  type SharedDocument,
} from '@repere/protocol';
import { condition, optionalCondition, UncheckedProtocolError } from './compile-condition';
import { compileNames } from './compile-derived';
import { compileFact } from './compile-fact';
import { compileStep, getStep, getWithin, startFrom, type StepContext } from './compile-step';
import type {
  CompiledFact,
  CompiledMoment,
  CompiledProtocol,
  CompiledSafeguard,
  CompiledStep,
  Env,
  ProtocolSet,
} from './protocol-set';

/**
 * Everything that cases may run, with each expression parsed and compiled once. Takes several versions of a protocol side
 * by side; runs say which they use. Throws `UncheckedProtocolError` on a document that the checker would refuse.
 */
export function compileProtocols(
  shared: SharedDocument,
  documents: readonly ProtocolDocument[],
): ProtocolSet {
  const compiled = compileShared(shared, documents);
  return setOf(
    shared,
    compiled,
    documents.map((it) => compileProtocol(shared, documents, it, compiled)),
  );
}

/** Facts of the case and moments. `documents`: what conditions in rows of lists may name. */
export type CompiledShared = Pick<ProtocolSet, 'sharedFacts' | 'sharedFactOf' | 'moments'>;

export function compileShared(
  shared: SharedDocument,
  documents: readonly ProtocolDocument[],
): CompiledShared {
  const sharedFacts = Object.values(shared.facts).map((it, slot) => compileFact(it, slot, true, null));
  const sharedFactOf = new Map(sharedFacts.map((fact) => [fact.id, fact]));
  compileNames(shared, documents, undefined, sharedFactOf, sharedFacts.filter(isList));
  return { sharedFacts, sharedFactOf, moments: compileMoments(shared) };
}

/** Versions that were compiled with these shared facts, side by side. */
export function setOf(
  shared: SharedDocument,
  compiled: CompiledShared,
  versions: readonly CompiledProtocol[],
): ProtocolSet {
  const protocols = new Map<string, Map<string, CompiledProtocol>>();
  for (const version of versions) {
    const beside = protocols.get(version.id) ?? new Map<string, CompiledProtocol>();
    beside.set(version.version, version);
    protocols.set(version.id, beside);
  }
  return { shared, ...compiled, protocols };
}

/** One version. Of the others only what conditions name counts: which there are, their outcomes, whether they recur. */
export function compileProtocol(
  shared: SharedDocument,
  documents: readonly ProtocolDocument[],
  document: ProtocolDocument,
  { sharedFactOf }: CompiledShared,
): CompiledProtocol {
  const ownFacts = Object.values(document.facts).map((it, slot) =>
    compileFact(it, slot, false, document.protocol),
  );
  const factOf = new Map([...sharedFactOf, ...ownFacts.map((fact) => [fact.id, fact] as const)]);
  const names = compileNames(shared, documents, document, factOf, ownFacts.filter(isList));
  const stepIndex = new Map(document.steps.map((step, index) => [step.id, index]));
  const context: StepContext = {
    document,
    names,
    factOf,
    stepIndex,
    contradictions: contradictionsIn(document, shared),
  };
  const where = `${document.protocol}@${document.version}`;
  const steps = document.steps.map((step, index) => compileStep(step, index, context));
  return {
    id: document.protocol,
    version: document.version,
    document,
    ownFacts,
    factOf,
    derived: names.derived,
    derivedIndex: names.derivedIndex,
    scope: names.scope as Scope<Env>,
    absence: document.absence
      ? {
          over: condition(document.absence.over, names.scope, `${where} absence`),
          at: getStep(context, document.absence.at, `${where} absence`),
        }
      : null,
    steps,
    stepIndex,
    watched: steps.filter(isWatched),
    opens: document.opens.map((it) => ({
      definition: it,
      when: optionalCondition(it.when, names.scope, `${where} opens ${it.id}`),
      unless: optionalCondition(it.unless, names.scope, `${where} opens ${it.id}`),
      delay: it.delay
        ? { after: getWithin(it.delay.after, where), start: startFrom(it.delay.from, context, where) }
        : null,
    })),
    outcomes: document.outcomes.map((it) => {
      // Lines of the same outcome share its words, which stand on the first of them.
      const first = document.outcomes.find((other) => other.id === it.id) ?? it;
      return {
        definition: it,
        title: first.title,
        note: it.note ?? first.note ?? null,
        when: it.otherwise ? null : optionalCondition(it.when, names.scope, `${where} outcome ${it.id}`),
      };
    }),
    safeguards: document.safeguards.flatMap((it) => compileSafeguard(it, names.scope, where)),
  };
}

/** The safeguards that one state of a case can break; those that compare two children are the explorer's to prove. */
function compileSafeguard(
  definition: SafeguardDefinition,
  scope: Scope<CaseFold>,
  protocol: string,
): readonly CompiledSafeguard[] {
  const { id, always, never } = definition;
  const where = `${protocol} safeguard ${id}`;
  if (always !== undefined) {
    return [{ definition, condition: condition(always, scope, where), brokenWhen: false }];
  }
  return never === undefined
    ? []
    : [{ definition, condition: condition(never, scope, where), brokenWhen: true }];
}

function compileMoments(shared: SharedDocument): ReadonlyMap<string, CompiledMoment> {
  return new Map(
    Object.entries(shared.moments).map(([id, moment]) => {
      const after = parseCalendarTime(moment.after);
      if (!after) throw new UncheckedProtocolError(`moment ${id}: "${moment.after}" is not a period`);
      return [id, { id, title: moment.title, from: moment.from, after, at: moment.at }];
    }),
  );
}

/** Whether its date may come, or it may begin to apply, after its run opened. */
function isWatched({ due, when, unless, after }: CompiledStep): boolean {
  if (due === null || due.definition.owner !== 'ours') return false;
  return when !== null || unless !== null || after.length > 0 || due.start.kind === 'fact';
}

function isList(fact: CompiledFact): boolean {
  return fact.list !== null;
}
