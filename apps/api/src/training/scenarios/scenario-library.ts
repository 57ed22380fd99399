import { Inject, Injectable } from '@nestjs/common';
import { loadScenario, type TrainingScenario } from '@repere/protocol';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../../platform/settings/configuration';
import { CONFIGURATION } from '../../platform/tokens';

/** A scenario with the text that it was read from. */
export interface KeptScenario {
  readonly scenario: TrainingScenario;
  readonly yaml: string;
}

/** What the folder `scenarios/` holds, read once a process. Whether a scenario goes with the protocols is tested where it stands. */
@Injectable()
export class ScenarioLibrary {
  /** By id, in the order of ids. */
  readonly scenarios: ReadonlyMap<string, KeptScenario>;

  constructor(@Inject(CONFIGURATION) { scenariosDir }: Pick<Configuration, 'scenariosDir'>) {
    this.scenarios = new Map(
      readdirSync(scenariosDir)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => {
          const yaml = readFileSync(join(scenariosDir, name), 'utf8');
          const { scenario, problems } = loadScenario(yaml, name);
          if (!scenario)
            throw new Error(`scenarios/${name}: ${problems[0]?.message.en ?? 'can not be read'}`);
          return [scenario.scenario, { scenario, yaml }] as const;
        }),
    );
  }
}
