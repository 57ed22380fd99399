import type { ProtocolSet } from '@repere/case-engine';
import { Practice } from '@repere/training';
import { readScenario } from '../scenarios/read-scenario';

/** A scenario at its beginning, run by the engine here in the browser; `null` when it does not go with these protocols. */
export function openPractice(set: ProtocolSet, yaml: string): Practice | null {
  const { grounds: read } = readScenario(set, yaml);
  return read && new Practice(set, read.scenario, read.territory);
}
