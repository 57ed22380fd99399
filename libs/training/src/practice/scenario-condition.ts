import { condition, type ProtocolSet, type StateCondition, type Scenario, testIn } from '@repere/case-engine';
import type { Truth } from '@repere/feel';
import type { TrainingScenario, ScenarioCondition } from '@repere/protocol';

/** The protocol and version that a condition is read in. */
export function placeOfCondition(
  scenario: TrainingScenario,
  told: ScenarioCondition,
): { readonly protocol: string; readonly source: string } {
  return typeof told === 'string'
    ? { protocol: scenario.protocol, source: told }
    : { protocol: told.in, source: told.is };
}

/** Conditions of a scenario, compiled when first asked. */
export class ScenarioConditions {
  private readonly compiled = new Map<string, StateCondition>();

  constructor(
    private readonly set: ProtocolSet,
    private readonly scenario: TrainingScenario,
  ) {}

  /** Unknown while its protocol is not engaged; of several runs the newest counts. Throws on what the checker refuses. */
  test(played: Scenario, told: ScenarioCondition): Truth {
    const { protocol, source } = placeOfCondition(this.scenario, told);
    const [run] = played.runsOf(protocol);
    if (!run) return null;
    const key = `${protocol}@${run.protocol.version} ${source}`;
    const compiled = this.compiled.get(key) ?? compileIn(this.set, protocol, run.protocol.version, source);
    this.compiled.set(key, compiled);
    return testIn(played.fold, run, 0, compiled);
  }
}

/** A condition in the words of this protocol. Throws `UncheckedProtocolError` where it makes no sense. */
export function compileIn(
  set: ProtocolSet,
  protocol: string,
  version: string,
  source: string,
): StateCondition {
  const found = set.protocols.get(protocol)?.get(version);
  if (!found) throw new RangeError(`There is no ${protocol}@${version}`);
  return condition(source, found.scope as Parameters<typeof condition>[1], 'when');
}
