import type { CompiledProtocol, ProtocolSet } from '@repere/case-engine';
import type { Text } from '@repere/feel';
import type { ExampleExpectation, ExampleLine, StepDefinition, TrainingScenario } from '@repere/protocol';

/** What a scenario may name: steps, facts, outcomes and safeguards of its versions, and of the newest of all others. */
export class ScenarioNames {
  private readonly protocols: readonly CompiledProtocol[];

  constructor(
    private readonly set: ProtocolSet,
    scenario: TrainingScenario,
  ) {
    this.protocols = [...set.protocols].flatMap(([id, versions]) => {
      const wanted = scenario.versions[id];
      const found = wanted === undefined ? [...versions.values()].at(-1) : versions.get(String(wanted));
      return found ? [found] : [];
    });
  }

  /** The protocol of a name, `protocol.…` or `protocol#2.…`, and the rest. */
  private within(name: string): { readonly protocols: readonly CompiledProtocol[]; readonly id: string } {
    const [head = '', ...rest] = name.split('.');
    const [protocol = ''] = head.split('#');
    const known = rest.length > 0 && this.set.protocols.has(protocol);
    return {
      protocols: known ? this.protocols.filter(({ id }) => id === protocol) : this.protocols,
      id: known ? rest.join('.') : name,
    };
  }

  protocol(name: string): CompiledProtocol | undefined {
    const [id] = name.split('#');
    return this.protocols.find((it) => it.id === id);
  }

  hasStep(name: string): boolean {
    const { protocols, id } = this.within(name);
    return protocols.some(({ stepIndex }) => stepIndex.has(id));
  }

  /** What the step of this name is called; `null`: there is none. */
  titleOfStep(name: string): Text | null {
    return this.findStep(name)?.title ?? null;
  }

  findStep(name: string): StepDefinition | null {
    const { protocols, id } = this.within(name);
    return protocols.flatMap(({ document }) => document.steps).find((it) => it.id === id) ?? null;
  }

  /** Whether a step of this name asks this: a field, or a field of its row. */
  asks(step: string, field: string): boolean {
    const { protocols, id } = this.within(step);
    const bare = field.split('.').at(-1) ?? field;
    return protocols.some((protocol) => {
      const found = protocol.steps[protocol.stepIndex.get(id) ?? -1];
      return found !== undefined && (found.fields.has(field) || found.rowFields.has(bare));
    });
  }

  hasFact(name: string): boolean {
    const { protocols, id } = this.within(name);
    const [list = ''] = id.split('.');
    return this.set.sharedFactOf.has(list) || protocols.some(({ factOf }) => factOf.has(list));
  }

  hasOutcome(id: string, protocol?: string): boolean {
    const among =
      protocol === undefined
        ? this.protocols
        : this.protocols.filter((it) => it.id === protocol.split('#')[0]);
    return among.some(({ outcomes }) => outcomes.some(({ definition }) => definition.id === id));
  }

  hasSafeguard(id: string): boolean {
    return this.protocols.some(({ document }) => document.safeguards.some((it) => it.id === id));
  }
}

/** A name that a scenario uses, and what it should be one of. */
export interface UsedName {
  readonly kind: 'step' | 'field' | 'fact' | 'outcome' | 'safeguard' | 'protocol';
  readonly name: string;
  readonly isKnown: boolean;
}

/** Names in a line: its step, what it sets. */
export function namesOfLine(names: ScenarioNames, line: ExampleLine): readonly UsedName[] {
  const step = line.step ?? line.approve ?? line.return ?? line.waive ?? line.amend;
  const { id: _, about: _about, ...row } = line.row ?? {};
  const fields = Object.keys({ ...line.set, ...row });
  return [
    ...(step === undefined ? [] : [used('step', step, names.hasStep(step))]),
    ...(line.same_as === undefined ? [] : [used('step', line.same_as, names.hasStep(line.same_as))]),
    ...(step !== undefined && names.hasStep(step)
      ? fields.map((field) => used('field', `${step}: ${field}`, names.asks(step, field)))
      : []),
    ...Object.keys(line.record ?? {}).map((it) => used('fact', it, names.hasFact(it))),
    ...(line.open === undefined
      ? []
      : [used('protocol', line.open, names.protocol(line.open) !== undefined)]),
    ...(line.expect ? namesOfExpectation(names, line.expect) : []),
  ];
}

export function namesOfExpectation(names: ScenarioNames, expected: ExampleExpectation): readonly UsedName[] {
  const outcomes =
    typeof expected.outcome === 'string'
      ? [[expected.outcome, undefined] as const]
      : Object.entries(expected.outcome ?? {}).map(([protocol, id]) => [id, protocol] as const);
  const opened = (expected.opened ?? []).map((it) => (typeof it === 'string' ? it : it.protocol));
  const steps = [
    ...Object.keys(expected.steps ?? {}),
    ...Object.keys(expected.due ?? {}).map((it) => it.replace(/^approval of /, '')),
    ...[expected.late, expected.outside_late, expected.suspended, expected.may_be_done].flatMap(
      (it) => it ?? [],
    ),
  ];
  return [
    ...steps.map((it) => used('step', it, names.hasStep(it))),
    ...Object.keys(expected.facts ?? {}).map((it) => used('fact', it, names.hasFact(it))),
    ...outcomes.map(([id, protocol]) => used('outcome', id, names.hasOutcome(id, protocol))),
    ...[expected.not_outcome ?? []].flat().map((it) => used('outcome', it, names.hasOutcome(it))),
    ...(expected.kept ?? []).map((it) => used('safeguard', it, names.hasSafeguard(it))),
    ...[...opened, ...(expected.not_opened ?? [])].map((it) =>
      used('protocol', it, names.protocol(it) !== undefined),
    ),
  ];
}

export const used = (kind: UsedName['kind'], name: string, isKnown: boolean): UsedName => ({
  kind,
  name,
  isKnown,
});
