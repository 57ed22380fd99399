import { compileProtocols } from '@repere/case-engine';
import type { EngineBundle } from '@repere/contract';
import { loadScenario } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { checkScenario, Practice } from '@repere/training';

/** The protocols that a scenario names, as `name@version`; none where it can't be read. */
export function versionsOf(yaml: string, id: string): readonly (readonly [name: string, version: string])[] {
  const { scenario } = loadScenario(yaml, `${id}.yaml`);
  return Object.entries(scenario?.versions ?? {})
    .filter(([name]) => name !== 'facts')
    .map(([name, version]) => [name, String(version)] as const);
}

/** A scenario at its beginning, run by the engine here in the browser; `null` when it does not go with these protocols. */
export function openPractice(bundle: EngineBundle, yaml: string, id: string): Practice | null {
  const loaded = loadScenario(yaml, `${id}.yaml`);
  const territory = territoryOf(String(loaded.scenario?.territory).padStart(2, '0')) ?? territoryOf('75');
  if (!loaded.scenario || !territory) return null;
  const set = compileProtocols(bundle.shared, bundle.documents);
  return checkScenario(loaded, { set, territory }).length > 0
    ? null
    : new Practice(set, loaded.scenario, territory);
}
