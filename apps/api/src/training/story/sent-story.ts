import type { JournalEntry, ProtocolSet } from '@repere/case-engine';
import type { Territory } from '@repere/feel';
import { loadScenario, type TrainingScenario } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import type { SandboxSurroundings } from '../../platform/sandbox/sandbox-task';
import { libraryOf } from '../../protocols/protocol-library';
import { readSet, type SentVersion } from '../../protocols/sent-versions';

/** The case of a story on its way to where it is told again: what it is played by goes by its name. */
export interface SentStory {
  /** Text of the scenario. */
  readonly yaml: string;
  readonly published: readonly SentVersion[];
  readonly territory: string;
  readonly journal: readonly JournalEntry[];
}

/** What is sent by name, where it has come. */
export function readStory(
  { yaml, published, territory: code }: Omit<SentStory, 'journal'>,
  surroundings: SandboxSurroundings,
): { readonly set: ProtocolSet; readonly territory: Territory; readonly scenario: TrainingScenario } {
  const set = readSet(published, libraryOf(surroundings));
  const territory = territoryOf(code);
  const { scenario } = loadScenario(yaml, 'scenario.yaml');
  if (!territory || !scenario) throw new Error('a scenario or territory that can not be read');
  return { set, territory, scenario };
}
