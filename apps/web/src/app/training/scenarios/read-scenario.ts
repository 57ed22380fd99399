import type { ProtocolSet } from '@repere/case-engine';
import { loadScenario, namedVersions, type Problem } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { checkWritten, type ReadingGrounds } from '@repere/training';

/** What a text says, as far as it can be told without telling its runs. */
export interface ScenarioReading {
  readonly problems: readonly Problem[];
  /** What it is read and played with; `null` where it has an error. */
  readonly grounds: ReadingGrounds | null;
}

/** A scenario beside these versions, checked here in the browser. */
export function readScenario(set: ProtocolSet, yaml: string): ScenarioReading {
  const { scenario, problems } = checkWritten(yaml, { set, territoryOf, isRehearsed: false });
  const territory = territoryOf(String(scenario?.territory));
  const isSound = problems.every(({ severity }) => severity !== 'error');
  return { problems, grounds: scenario && territory && isSound ? { set, scenario, territory } : null };
}

/** The versions that a text names; none where it can't be read. */
export function versionsOf(yaml: string): readonly (readonly [name: string, version: string])[] {
  const { scenario } = loadScenario(yaml, 'scenario.yaml');
  return scenario ? namedVersions(scenario) : [];
}
