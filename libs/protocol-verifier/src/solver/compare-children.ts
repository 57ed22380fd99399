import {
  isSaidByItem,
  STEP_STATES,
  type SafeguardDefinition,
  type StepDefinition,
  type StepState,
} from '@repere/protocol';
import { type CompiledFact, type CompiledProtocol, type CompiledStep, isAway } from '@repere/case-engine';
import { askSolver } from './ask-solver';
import type { Encoding, Proof, Solve } from './solver-types';
import { countClasses } from './count-classes';
import { EncodedWorld, ONLY_CHILD } from './world/encode-world';
import { assertLessInformed } from './information-monotonicity';
import { Query } from './query';
import { readModel } from './read-model';
import { and, differ, FALSE, not, or, type Smt } from './smt';
import type { CodeTerm } from './encode/truth-terms';
import { READING_NOTHING } from './encode/world';

/** What marks the names of the second child. */
const OTHER = "'";

interface Children {
  readonly query: Query;
  readonly protocol: CompiledProtocol;
  readonly one: EncodedWorld;
  readonly other: EncodedWorld;
}

/**
 * Whether of two children alike in all but what may vary, the second is served as the first: the same steps, the same
 * outcome, nothing less when older, nothing worse when less is known. Each has been through the same acts and has the same
 * runs: what opens a run is another safeguard's.
 */
export async function compareChildren(
  encoding: Encoding,
  protocol: CompiledProtocol,
  safeguard: SafeguardDefinition,
  solve: Solve,
): Promise<Proof> {
  const query = new Query(encoding, true);
  const isForgetting = safeguard.forgetting !== undefined;
  const varied = isForgetting ? () => true : variedKeys(encoding, protocol, safeguard);
  const one = new EncodedWorld(query, ONLY_CHILD, protocol.id);
  const other = new EncodedWorld(
    query,
    { mark: OTHER, varied, ...(isForgetting && { knowsLessThan: one }) },
    protocol.id,
  );
  const children: Children = { query, protocol, one, other };
  const broken = brokenBy(safeguard, children);
  if (broken === FALSE) {
    const counted = countClasses(query);
    return { verdict: 'proven', method: 'dependencies', queries: 0, ...counted };
  }
  if (isForgetting) query.atLast(() => assertLessInformed(query, one, other));
  const { is, values } = await askSolver(query, broken, solve);
  const counted = { method: 'solver' as const, queries: 1, ...countClasses(query) };
  if (is === 'unsat') return { verdict: 'proven', ...counted };
  if (is === 'unknown') return { verdict: 'open', ...counted, isUndecided: true };
  return {
    verdict: 'open',
    ...counted,
    model: readModel(query, values),
    other: readModel(query, values, OTHER),
  };
}

/** What must not be; `false` if nothing that it is about reads what varies. */
function brokenBy(
  { sameSteps, sameOutcome, onlyAdds, forgetting }: SafeguardDefinition,
  children: Children,
): Smt {
  if (sameSteps)
    return or(...stepsAmong(children.protocol, sameSteps.among).map((it) => stepDiffers(it, children)));
  if (sameOutcome) return outcomeDiffers(sameOutcome.when, children);
  if (onlyAdds) return serviceLost(onlyAdds, children);
  return forgetting ? protectsLess(children) : FALSE;
}

/** The step is in another state, its approval comes otherwise, or it can be done, or done again, only by one of the two. */
function stepDiffers(step: CompiledStep, { protocol, one, other }: Children): Smt {
  const { index, definition } = step;
  const states = [one, other].map((it) => it.state(protocol, index, READING_NOTHING));
  const conditions = [definition.approvedBy?.when, ...gates(step)];
  const tests = conditions.map((it) => {
    const [a, b] = [one, other].map((child) => child.test(protocol, it, index, READING_NOTHING));
    return a && b ? or(differ(a.yes, b.yes), differ(a.no, b.no)) : FALSE;
  });
  const [a, b] = [one, other].map((it) => mayBeDone(step, protocol, it));
  return or(codeDiffers(states), a !== undefined && b !== undefined ? differ(a, b) : FALSE, ...tests);
}

/** Whether the step may be done, as the engine's `mayBeDone`: for the first time, to confirm it, or again. */
function mayBeDone(
  { index, definition }: CompiledStep,
  protocol: CompiledProtocol,
  child: EncodedWorld,
): Smt {
  const is = (state: StepState): Smt =>
    child.state(protocol, index, READING_NOTHING).codes.get(state) ?? FALSE;
  const again = child.stateBeforeDoing(protocol, index, READING_NOTHING).codes.get('ready') ?? FALSE;
  const repeats = definition.repeatable !== false;
  const isDone = repeats ? or(is('done'), is('done-to-approve'), is('awaiting-approval')) : FALSE;
  return or(is('ready'), is('to-confirm'), and(or(is('waived'), isDone), again));
}

/** What is required whatever is sent, so that it holds up the step itself and not one of its values. */
function gates({ requires, fields, rowFields }: CompiledStep): readonly string[] {
  const isSent = (name: string): boolean =>
    fields.has(name.split('.')[0] ?? '') || rowFields.has(name.split('.').at(-1) ?? '');
  return requires
    .filter(({ when }) => !when.references.some(({ name }) => isSent(name)))
    .flatMap(({ definition }) => [definition.when, definition.that]);
}

function outcomeDiffers(when: string | undefined, { protocol, one, other }: Children): Smt {
  const outcomes = [one, other].map((it) => it.outcome(protocol, READING_NOTHING));
  const holds = [one, other].map((it) => it.test(protocol, when, -1, READING_NOTHING).yes);
  return and(codeDiffers(outcomes), ...holds);
}

/** A service that the younger child is offered and the older one isn't. */
function serviceLost({ below }: { readonly below: string }, children: Children): Smt {
  const { query, protocol, one, other } = children;
  const services = new Set(protocol.document.steps.flatMap(({ offers }) => offers ?? []));
  const lost = [...services].map((service) => {
    const [young, old] = [one, other].map((child) =>
      or(
        ...stepsAmong(protocol, 'offers', service).map(({ index }) =>
          isOffered(child.state(protocol, index, READING_NOTHING)),
        ),
      ),
    );
    return young !== undefined && old !== undefined && young !== old ? and(young, not(old)) : FALSE;
  });
  const broken = or(...lost);
  if (broken !== FALSE) query.atLast(() => assertOlder(below, children));
  return broken;
}

/** The second child is the older one, and neither has reached the age at which it ends. */
function assertOlder(below: string, { query, one, other }: Children): void {
  const { moments, sharedFactOf, shared } = query.encoding.set;
  for (const key of ageKeys(query.encoding)) {
    const fact = sharedFactOf.get(key);
    const [younger, older] = [one, other].map((it) => (fact ? it.fact(fact) : undefined));
    if (younger?.kind !== 'date' || older?.kind !== 'date') continue;
    query.script.assert(and(younger.known, older.known));
    query.script.assert(and(`(<= ${older.first} ${younger.first})`, `(<= ${older.last} ${younger.last})`));
  }
  for (const [id, moment] of moments) {
    if (shared.moments[id]?.after !== below || !ageKeys(query.encoding).includes(moment.from)) continue;
    query.script.assert(other.reached(id).no);
  }
}

/** Knowing less, another outcome that protects less. */
function protectsLess({ protocol, one, other }: Children): Smt {
  const [known, less] = [one, other].map((it) => it.outcome(protocol, READING_NOTHING));
  const lines = new Set(
    protocol.outcomes.filter((it) => it.definition.protects === 'less').map((it) => it.definition.id),
  );
  return or(...[...lines].map((id) => and(less?.codes.get(id) ?? FALSE, not(known?.codes.get(id) ?? FALSE))));
}

function codeDiffers(terms: readonly CodeTerm[]): Smt {
  const [a, b] = terms;
  if (!a || !b) return FALSE;
  return or(
    ...[...new Set([...a.codes.keys(), ...b.codes.keys()])].map((code) =>
      differ(a.codes.get(code) ?? FALSE, b.codes.get(code) ?? FALSE),
    ),
  );
}

/** Whether what the step offers is there for the child: open, under way or done. */
function isOffered({ codes }: CodeTerm): Smt {
  return not(or(...STEP_STATES.filter(isAway).map((it) => codes.get(it) ?? FALSE)));
}

function stepsAmong(
  protocol: CompiledProtocol,
  among: string | undefined,
  service?: string,
): readonly CompiledStep[] {
  const isAmong = ({ protective, offers }: StepDefinition): boolean =>
    among === 'protective'
      ? protective
      : among === 'offers'
        ? offers !== undefined && (service ?? offers) === offers
        : true;
  return protocol.steps.filter(({ definition }) => isAmong(definition));
}

/** Keys of the facts that may vary: as written (`papers`, `exams.consent`), or those that age is counted from. */
function variedKeys(
  encoding: Encoding,
  protocol: CompiledProtocol,
  { sameSteps, sameOutcome, onlyAdds }: SafeguardDefinition,
): (key: string) => boolean {
  const names = sameSteps?.whatever ?? sameOutcome?.whatever ?? [];
  const keys = new Set(onlyAdds ? ageKeys(encoding) : names.map((name) => keyOf(protocol, name)));
  const lists = [...keys].map((it) => `${it}.`);
  return (key) => keys.has(key) || lists.some((list) => key.startsWith(list));
}

/** Of an item of a checklist, the whole checklist: what varies more is proven of what varies less. */
function keyOf({ factOf }: CompiledProtocol, name: string): string {
  const [head = '', field] = name.split('.');
  const fact: CompiledFact | undefined = factOf.get(head);
  const key = fact?.key ?? head;
  return field === undefined || (fact && isSaidByItem(fact.definition)) ? key : `${key}.${field}`;
}

const ageKeys = ({ set }: Encoding): readonly string[] => [
  ...new Set([...set.moments.values()].map(({ from }) => from)),
];
