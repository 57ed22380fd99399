import type { CompiledFact, CompiledProtocol, CompiledStep } from '@repere/case-engine';
import type { ExpressionText } from '@repere/protocol';
import { Constants } from './constants';
import { type Reached, readInto } from './read-condition';
import type { World } from '../world';

/** What a property stands on: whatever can't change the truth of its conditions is left out. */
export interface Cone {
  /** Protocols whose runs are in play, by id. */
  readonly protocols: ReadonlySet<string>;
  /** Facts that are read, by key: `door`, `lost-key.trained`, `lost-key.spares` for a list. */
  readonly facts: ReadonlyMap<string, CompiledFact>;
  /** Fields of lists that are read, by `list.field`. */
  readonly fields: ReadonlySet<string>;
  /** Steps whose doing counts, by `protocol.step`. */
  readonly steps: ReadonlyMap<string, CompiledStep>;
  /** Facts of which it counts *how* they are not known: read by `answer()`. */
  readonly answers: ReadonlySet<string>;
  /** Moments that are read. */
  readonly moments: ReadonlySet<string>;
  /** What conditions compare facts with: the thresholds between classes. */
  readonly constants: Constants;
}

/** A condition of a protocol, or steps of it whose states count. */
export interface Root {
  readonly protocol: CompiledProtocol;
  readonly conditions?: readonly ExpressionText[];
  readonly steps?: readonly string[];
}

/**
 * The cone of influence of conditions and steps, closed: what they read, the steps that alone can write it, what those wait
 * for. Facts that anybody may tell outside steps need none; a run needs nothing, since a person may open it.
 */
export function coneOf(world: World, roots: readonly Root[]): Cone {
  const cone = new GrowingCone(world);
  for (const { protocol, conditions = [], steps = [] } of roots) {
    cone.addProtocol(protocol.id);
    for (const text of conditions) cone.readText(protocol, text);
    for (const step of steps) cone.addStep(protocol, step);
  }
  cone.closeCone();
  return cone;
}

class GrowingCone implements Cone, Reached {
  readonly protocols = new Set<string>();
  readonly facts = new Map<string, CompiledFact>();
  readonly fields = new Set<string>();
  readonly steps = new Map<string, CompiledStep>();
  readonly answers = new Set<string>();
  readonly moments = new Set<string>();
  readonly constants = new Constants();
  private readonly done = new Set<string>();

  constructor(readonly world: World) {}

  readText(protocol: CompiledProtocol, text: ExpressionText | undefined, list?: CompiledFact): void {
    if (text === undefined || !this.isNew(`${protocol.id} ${list?.key ?? ''} ${text}`)) return;
    readInto(this, protocol, text, list);
  }

  /** Whether this is met for the first time. */
  isNew(mark: string): boolean {
    if (this.done.has(mark)) return false;
    this.done.add(mark);
    return true;
  }

  addProtocol(id: string): void {
    if (this.world.protocols.has(id)) this.protocols.add(id);
  }

  addFact(protocol: CompiledProtocol, fact: CompiledFact): void {
    if (this.facts.has(fact.key)) return;
    this.facts.set(fact.key, fact);
    if (this.world.isTold(fact.id) && fact.isShared) return;
    for (const owner of fact.isShared ? this.world.protocols.values() : [protocol]) {
      for (const step of owner.steps) {
        const writes = fact.list ? step.list === fact : step.fields.get(fact.id) === fact;
        if (writes && isWriter(fact, owner, step)) this.addStep(owner, step.id);
      }
    }
    if (!fact.isShared) this.readText(protocol, fact.definition.relevant);
  }

  addStep(protocol: CompiledProtocol, id: string): void {
    const step = protocol.steps[protocol.stepIndex.get(id) ?? -1];
    if (!step || this.steps.has(`${protocol.id}.${id}`)) return;
    this.addProtocol(protocol.id);
    this.steps.set(`${protocol.id}.${id}`, step);
    const { definition } = step;
    for (const text of [definition.when, definition.unless, definition.ready]) this.readText(protocol, text);
    this.readText(protocol, definition.approvedBy?.when, step.list ?? undefined);
    for (const before of definition.after) this.addStep(protocol, before);
    if (step.decides) this.addFact(protocol, step.decides);
    const start = step.opensAt?.start;
    if (start?.kind === 'fact') this.addFact(protocol, start.fact);
    if (start?.kind === 'step') this.addStep(protocol, protocol.steps[start.step]?.id ?? '');
  }

  /** What steps require of what is sent with them, where that counts at all. */
  closeCone(): void {
    for (let size = -1; size !== this.done.size + this.facts.size + this.fields.size;) {
      size = this.done.size + this.facts.size + this.fields.size;
      for (const [key, step] of [...this.steps]) {
        const protocol = this.world.protocols.get(key.split('.')[0] ?? '');
        if (!protocol) continue;
        for (const { when, definition } of step.requires) {
          const isAsked = when.references.some(({ name }) => this.isVaried(protocol, step, name));
          if (!isAsked) continue;
          this.readText(protocol, definition.when, step.list ?? undefined);
          this.readText(protocol, definition.that, step.list ?? undefined);
        }
      }
    }
  }

  private isVaried(protocol: CompiledProtocol, step: CompiledStep, name: string): boolean {
    const [head = '', field] = name.split('.');
    if (field !== undefined && step.list?.id === head) return this.fields.has(`${step.list.key}.${field}`);
    const fact = protocol.factOf.get(head);
    return fact !== undefined && step.fields.has(head) && this.facts.has(fact.key);
  }
}

function isWriter(fact: CompiledFact, owner: CompiledProtocol, step: CompiledStep): boolean {
  const { writtenBy } = fact.definition;
  return writtenBy === undefined || writtenBy === `${owner.id}.${step.id}`;
}
