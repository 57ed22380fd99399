import { text, type Text } from '@repere/feel';
import type { LoadedScenario, Problem } from '@repere/protocol';

type Path = Parameters<LoadedScenario['at']>[0];

/** Collects what is wrong with a scenario, each with the place of its file. */
export class ScenarioProblems {
  readonly found: Problem[] = [];

  constructor(private readonly loaded: LoadedScenario) {}

  addProblem(path: Path, code: string, message: Text, remedy: Text = SEE): void {
    const { file } = this.loaded;
    this.found.push({ file, ...this.loaded.at(path), code, message, remedy, severity: 'error' });
  }
}

const SEE = text('Corrigez ce nom, ou changez de version.', 'Mend this name, or take another version.');
