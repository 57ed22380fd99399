import { type Reference, wordAbout } from '@repere/feel';
import { CacheBySet } from './cache-by-set';
import type {
  CompiledFact,
  CompiledOpens,
  CompiledProtocol,
  CompiledStep,
  ProtocolSet,
} from './protocol-set';
import { protocolNamed } from '@repere/protocol';

/** What a step depends on, by fact key (`door`, `lost-key.trained` for a run's own fact). */
export interface Dependencies {
  /** What its conditions read: amended, the step is to be confirmed. */
  readonly stoodOn: ReadonlySet<string>;
  /** The same with the facts that its deadline or opening counts from. */
  readonly reads: ReadonlySet<string>;
  readonly writes: ReadonlySet<string>;
  /** Steps whose state it reads, `protocol.step`. */
  readonly steps: ReadonlySet<string>;
}

const known = new CacheBySet<Dependencies>();

/** What the step depends on, through derived values, outcomes and moments; computed once a set. */
export function dependenciesOf(
  set: ProtocolSet,
  protocol: CompiledProtocol,
  step: CompiledStep,
): Dependencies {
  const kept = known.stepsOf(set);
  const before = kept.get(step);
  if (before) return before;
  const found = new Gathered(set);
  const conditions = [step.when, step.unless, step.ready, step.approval?.when, ...step.relevant.values()];
  for (const it of step.requires) conditions.push(it.when, it.that);
  for (const it of step.flags) conditions.push(it.when);
  for (const it of conditions) if (it) found.addAll(protocol, it.references);
  for (const it of step.list?.list?.relevant.values() ?? []) found.addAll(protocol, it.references);
  for (const index of step.after) found.addStep(protocol, index);
  const stoodOn = new Set(found.facts);

  for (const start of [step.due?.start, step.opensAt?.start]) {
    if (start?.kind === 'fact') found.facts.add(start.fact.key);
    if (start?.kind === 'step') found.addStep(protocol, start.step);
  }
  const dependencies: Dependencies = {
    stoodOn,
    reads: found.facts,
    writes: new Set([...step.fields.values(), ...(step.list ? [step.list] : [])].map((fact) => fact.key)),
    steps: found.steps,
  };
  kept.set(step, dependencies);
  return dependencies;
}

/** What an `opens` line reads: fact keys and steps. */
export function dependenciesOfOpens(
  set: ProtocolSet,
  protocol: CompiledProtocol,
  opens: CompiledOpens,
): { readonly facts: ReadonlySet<string>; readonly steps: ReadonlySet<string> } {
  const found = new Gathered(set);
  for (const it of [opens.when, opens.unless]) if (it) found.addAll(protocol, it.references);
  if (opens.delay?.start.kind === 'step') found.addStep(protocol, opens.delay.start.step);
  return found;
}

class Gathered {
  readonly facts = new Set<string>();
  readonly steps = new Set<string>();
  private readonly seen = new Set<string>();

  constructor(private readonly set: ProtocolSet) {}

  addAll(protocol: CompiledProtocol, references: readonly Reference[]): void {
    for (const reference of references) this.addReference(protocol, reference);
  }

  addStep(protocol: CompiledProtocol, index: number): void {
    const step = protocol.steps[index];
    if (step) this.steps.add(`${protocol.id}.${step.id}`);
  }

  private addReference(protocol: CompiledProtocol, reference: Reference): void {
    const mark = `${protocol.id}@${protocol.version} ${reference.name}`;
    if (this.seen.has(mark)) return;
    this.seen.add(mark);
    const [head = '', field] = reference.name.split('.');
    const asked = wordAbout(reference.name);
    if (asked) this.addWord(protocol, asked.word, asked.about, asked.field);
    else if (reference.name === 'outcome') this.addOutcome(protocol);
    else if (reference.name === 'steps') this.addEveryStep(protocol);
    else {
      const derived = protocol.derived[protocol.derivedIndex.get(head) ?? -1];
      const fact = protocol.factOf.get(head);
      if (derived && field === undefined) this.addAll(protocol, derived.references);
      else if (fact) this.addFact(protocol, fact);
    }
  }

  private addFact(protocol: CompiledProtocol, fact: CompiledFact): void {
    this.facts.add(fact.key);
    for (const derived of fact.list?.derived.values() ?? []) this.addAll(protocol, derived.references);
  }

  private addWord(protocol: CompiledProtocol, word: string, about: string, field: string | undefined): void {
    if (word === 'reached') {
      const from = this.set.moments.get(about)?.from;
      const fact = from === undefined ? undefined : this.set.sharedFactOf.get(from);
      if (fact) this.facts.add(fact.key);
    } else if (word === 'ended' && about === 'this') this.addEveryStep(protocol);
    else if (word === 'run' || word === 'ended') {
      for (const other of this.set.protocols.get(protocolNamed(about))?.values() ?? []) {
        if (word === 'run' && field !== 'ended') this.addOutcome(other);
        else this.addEveryStep(other);
      }
    } else {
      const step = protocol.stepIndex.get(about);
      if (step !== undefined) this.addStep(protocol, step);
    }
  }

  private addOutcome(protocol: CompiledProtocol): void {
    for (const outcome of protocol.outcomes) {
      if (outcome.when) this.addAll(protocol, outcome.when.references);
    }
  }

  private addEveryStep(protocol: CompiledProtocol): void {
    for (const step of protocol.steps) this.addStep(protocol, step.index);
  }
}
