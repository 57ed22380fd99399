import type { JournalEntry } from '@repere/case-engine';
import { loadScenario } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { type FollowedStory, Practice } from '@repere/training';
import type { SandboxTask } from '../../platform/sandbox/sandbox-task';
import { libraryOf } from '../../protocols/protocol-library';
import { readSet, type SentVersion } from '../../protocols/sent-versions';

interface BeginningToPlay {
  /** Text of the scenario. */
  readonly yaml: string;
  readonly published: readonly SentVersion[];
}

interface PlayedBeginning {
  readonly journal: readonly JournalEntry[];
  /** Epoch ms. */
  readonly begins: number;
  /** Where its story stands then. */
  readonly place: FollowedStory;
  /** What the engine did not take, in words. */
  readonly untold: readonly string[];
}

/** What came before a scenario begins, as the engine tells it. */
export const PLAY_BEGINNING: SandboxTask<BeginningToPlay, PlayedBeginning> = {
  name: 'training.begin',
  lane: 'protocols',
  mostMs: 10_000,
  perform({ yaml, published }, surroundings) {
    const library = libraryOf(surroundings);
    const set = readSet(published, library);
    const { scenario } = loadScenario(yaml, 'scenario.yaml');
    if (!scenario) throw new Error('a scenario that can not be read');
    const territory = territoryOf(String(scenario.territory));
    if (!territory) throw new Error(`no territory ${String(scenario.territory)}`);
    const { journal, now: begins, place, untold } = new Practice(set, scenario, territory);
    return { journal, begins, place, untold };
  },
};
