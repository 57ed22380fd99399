import { briefly, text, type Text } from '@repere/feel';
import type { LoadedScenario, Problem } from '@repere/protocol';

type Path = Parameters<LoadedScenario['at']>[0];

/** Collects what is wrong with a scenario, each with the place of its file. */
export class ScenarioProblems {
  readonly found: Problem[] = [];

  constructor(private readonly loaded: LoadedScenario) {}

  addProblem(path: Path, code: string, message: Text, remedy: Text = REMEDIES.get(code) ?? NAME): void {
    const { file } = this.loaded;
    this.found.push({
      ...{ file, ...this.loaded.at(path), code, severity: 'error' as const },
      ...{ message: briefly(message), remedy: briefly(remedy) },
    });
  }
}

const NAME = text('Corrigez ce nom, ou changez de version.', 'Mend this name, or take another version.');
const FORM = text(
  'Écrivez le jour et l’heure : 2025-05-12T09:00.',
  'Write the day and the hour: 2025-05-12T09:00.',
);

/** What is no wrong name. */
const REMEDIES: ReadonlyMap<string, Text> = new Map([
  ['time', FORM],
  [
    'time-order',
    text(
      'Mettez les heures dans l’ordre, entre `begins` et `ends`, qui sont à deux ans au plus.',
      'Put times in order, between `begins` and `ends`, which are two years apart at most.',
    ),
  ],
  ['period', text('Écrivez par exemple `24 hours` ou `3 days`.', 'Write `24 hours` or `3 days`, say.')],
  [
    'one-of',
    text(
      'Gardez-en une, et faites une autre attente du reste.',
      'Keep one, and make another expectation of the rest.',
    ),
  ],
  ['points', text('Écrivez de 1 à 5.', 'Write 1 to 5.')],
  ['no-right-answer', text('Mettez `right: true` à une réponse.', 'Put `right: true` at an answer.')],
  ['repeated-id', text('Donnez un autre nom à l’un des deux.', 'Give one of the two another name.')],
]);
