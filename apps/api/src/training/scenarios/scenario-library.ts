import { Inject, Injectable } from '@nestjs/common';
import type { Words } from '@repere/cases';
import { loadScenario, type TrainingScenario } from '@repere/protocol';
import { LRUCache } from 'lru-cache';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpaceScenarioRow } from '../../platform/spaces/space-class-rows';
import type { Configuration } from '../../platform/settings/configuration';
import { CONFIGURATION } from '../../platform/tokens';

const MOST_OWN = 20;

/** A scenario with the text that it was read from. */
export interface KeptScenario {
  readonly scenario: TrainingScenario;
  readonly yaml: string;
  /** Whether a trainer wrote it. */
  readonly isOwn: boolean;
}

/**
 * What the folder `scenarios/` holds, read once a process, when somebody asks first: a service that starts waits for none of
 * them. That they can be read, and go with the protocols, is tested where they stand.
 */
@Injectable()
export class ScenarioLibrary {
  private readonly files: readonly string[];
  private read: ReadonlyMap<string, KeptScenario> | null = null;
  /** Texts of trainers that spaces began with: a class asks for the same one again and again. */
  private readonly own = new LRUCache<string, KeptScenario>({ max: MOST_OWN });

  constructor(@Inject(CONFIGURATION) private readonly settings: Pick<Configuration, 'scenariosDir'>) {
    this.files = readdirSync(settings.scenariosDir)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  }

  /** By id, in the order of ids. */
  get scenarios(): ReadonlyMap<string, KeptScenario> {
    return (this.read ??= new Map(this.files.map((name) => this.readScenario(name))));
  }

  /** That a space began with; `text`: one of a trainer's own, as it was then. */
  findScenario(id: string | null, text: string | null): KeptScenario | undefined {
    if (id === null) return undefined;
    if (text === null) return this.scenarios.get(id);
    const known = this.own.get(text);
    if (known) return known;
    const { scenario } = loadScenario(text, `${id}.yaml`);
    if (!scenario) return undefined;
    const kept = { scenario, yaml: text, isOwn: true };
    this.own.set(text, kept);
    return kept;
  }

  /** What the story is called that a space began with; `null`: it began empty. */
  titleOf({ scenario, scenario_text: text }: SpaceScenarioRow): Words | null {
    return this.findScenario(scenario, text)?.scenario.title ?? null;
  }

  private readScenario(name: string): readonly [id: string, KeptScenario] {
    const yaml = readFileSync(join(this.settings.scenariosDir, name), 'utf8');
    const { scenario, problems } = loadScenario(yaml, name);
    if (!scenario) throw new Error(`scenarios/${name}: ${problems[0]?.message.en ?? 'can not be read'}`);
    return [scenario.scenario, { scenario, yaml, isOwn: false }];
  }
}
