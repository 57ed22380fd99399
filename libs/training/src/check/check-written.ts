import { type ProtocolSet, UncheckedProtocolError } from '@repere/case-engine';
import { TooMuchWorkError, type Territory, text } from '@repere/feel';
import { type LoadedScenario, loadScenario, type Problem, type TrainingScenario } from '@repere/protocol';
import { Practice } from '../practice/practice';
import { checkScenario, type ScenarioGrounds } from './check-scenario';
import { ScenarioProblems } from './scenario-problem';
import { type LessonFault, tryLesson } from './try-lesson';

/** A scenario that somebody writes, as it was read, with what is wrong with it: errors keep it from being played, warnings do not. */
export interface CheckedScenario {
  readonly scenario: TrainingScenario | null;
  readonly problems: readonly Problem[];
}

/** What a written scenario is held against; the territory is the one that its text names. */
export type WrittenGrounds = Omit<ScenarioGrounds, 'territory'> & {
  readonly territoryOf: (code: string) => Territory | undefined;
  /** Whether its runs are told to their ends as well: a moment of work for each. */
  readonly isRehearsed: boolean;
};

/** So many are told one by one: more help nobody. */
const MOST = 100;

/**
 * What is wrong with the text of a scenario: its form, what it names, its times and loops, a beginning that can not be told. Of one without
 * errors, and where that is asked, what of its model run and its planted runs does not go as written.
 */
export function checkWritten(written: string, grounds: WrittenGrounds): CheckedScenario {
  const loaded = loadScenario(written, 'scenario.yaml');
  const { scenario } = loaded;
  if (!scenario) return { scenario: null, problems: loaded.problems.slice(0, MOST) };
  const territory = grounds.territoryOf(String(scenario.territory));
  if (!territory) return { scenario, problems: [noTerritory(loaded, scenario)] };
  // Its file is called as it says itself: the text alone is what is checked.
  const named = { ...loaded, file: `${scenario.scenario}.yaml` };
  const problems = checkScenario(named, { ...grounds, territory });
  const found =
    problems.length > 0 ? problems : tellRuns(named, scenario, grounds.set, territory, grounds.isRehearsed);
  return { scenario, problems: found.slice(0, MOST).map((it) => ({ ...it, file: loaded.file })) };
}

function tellRuns(
  loaded: LoadedScenario,
  scenario: TrainingScenario,
  set: ProtocolSet,
  territory: Territory,
  isRehearsed: boolean,
): readonly Problem[] {
  const problems = new ScenarioProblems(loaded);
  try {
    for (const line of new Practice(set, scenario, territory).untold)
      problems.addProblem(
        [scenario.before ? 'before' : 'begins'],
        'beginning',
        text(`Le début ne peut pas être raconté : ${line}`, `The beginning can not be told: ${line}`),
      );
    if (problems.found.length > 0 || !isRehearsed) return problems.found;
    const protocol = scenario.protocol;
    const version = String(scenario.versions[protocol]);
    return tryLesson(loaded, { set, territory, protocol, version }).faults.map((it) => warned(loaded, it));
  } catch (error) {
    if (error instanceof TooMuchWorkError) problems.addProblem([], 'too-much-work', error.reason);
    // What only telling finds: a value that its field does not take.
    else if (error instanceof RangeError || error instanceof UncheckedProtocolError)
      problems.addProblem(
        [],
        'untold',
        text(`Ceci ne peut pas être raconté : ${error.message}`, error.message),
      );
    // Of a form that no check thought of: it can not be told, whatever the engine stumbles over.
    else if (error instanceof TypeError) problems.addProblem([], 'untold', ILL_FORMED);
    else throw error;
    return problems.found;
  }
}

const ILL_FORMED = text(
  'Ceci ne peut pas être raconté : quelque part une valeur n’a pas la forme attendue.',
  'This can not be told: somewhere a value is not of the form that is expected.',
);

const PLACE_OF: Readonly<Record<LessonFault['of'], string>> = {
  names: 'versions',
  model: 'model',
  planted: 'planted',
  branch: 'branches',
};

const warned = (loaded: LoadedScenario, { of, text: message }: LessonFault): Problem => ({
  ...{ file: loaded.file, ...loaded.at([PLACE_OF[of]]), code: `run-${of}`, message, severity: 'warning' },
  remedy: text(
    'Le cas peut se jouer ; mais ce qu’il enseigne n’est plus ce qui est écrit ici.',
    'It can be played; but what it teaches is not what is written here any more.',
  ),
});

function noTerritory(loaded: LoadedScenario, { territory }: TrainingScenario): Problem {
  const message = text(`Il n'y a pas de territoire ${territory}.`, `There is no territory ${territory}.`);
  const remedy = text(
    'Donnez un code de département, entre guillemets : "93".',
    'Give the code of a département, quoted: "93".',
  );
  return {
    ...{ file: loaded.file, ...loaded.at(['territory']), code: 'unknown-territory' },
    ...{ message, remedy, severity: 'error' },
  };
}
