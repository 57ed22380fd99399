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

/**
 * What the folder `scenarios/` holds, read once a process, when somebody asks first: a service that starts waits for none of
 * them. That they can be read, and go with the protocols, is tested where they stand.
 */
@Injectable()
export class ScenarioLibrary {
  private readonly files: readonly string[];
  private read: ReadonlyMap<string, KeptScenario> | null = null;

  constructor(@Inject(CONFIGURATION) private readonly settings: Pick<Configuration, 'scenariosDir'>) {
    this.files = readdirSync(settings.scenariosDir)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  }

  /** By id, in the order of ids. */
  get scenarios(): ReadonlyMap<string, KeptScenario> {
    return (this.read ??= new Map(this.files.map((name) => this.readScenario(name))));
  }

  private readScenario(name: string): readonly [id: string, KeptScenario] {
    const yaml = readFileSync(join(this.settings.scenariosDir, name), 'utf8');
    const { scenario, problems } = loadScenario(yaml, name);
    if (!scenario) throw new Error(`scenarios/${name}: ${problems[0]?.message.en ?? 'can not be read'}`);
    return [scenario.scenario, { scenario, yaml }];
  }
}
