import type { ProtocolSet } from '@repere/case-engine';
import { type Territory, text, type Text } from '@repere/feel';
import type { LoadedScenario, PlantedRun, TrainingScenario } from '@repere/protocol';
import type { ScenarioScore } from '../score/score-types';
import { checkScenario } from './check-scenario';
import { ScenarioNames } from './scenario-names';
import type { Practice } from '../practice/practice';
import { type RehearsedRun, rehearseBranch, rehearseModel, rehearsePlanted } from './rehearse';

/** `names`: it speaks of what the version does not have. Else which of its runs goes otherwise. */
export const LESSON_FAULTS = ['names', 'model', 'planted', 'branch'] as const;

/** A part of a scenario that no longer goes as its author wrote it. */
export interface LessonFault {
  readonly of: (typeof LESSON_FAULTS)[number];
  readonly text: Text;
}

/** A scenario told with another version of a protocol: it holds where nothing goes otherwise. */
export interface TriedLesson {
  readonly faults: readonly LessonFault[];
}

/** Where a version stands, beside those that the scenario names. */
export interface OtherVersion {
  readonly set: ProtocolSet;
  readonly territory: Territory;
  readonly protocol: string;
  readonly version: string;
}

/**
 * Tells a scenario with `version` in the place of the one that it names: whether that has what it speaks of, whether the model run still
 * goes to its end and loses nothing, whether each run with faults loses the points that it names and no other.
 */
export function tryLesson(
  loaded: LoadedScenario,
  { set, territory, protocol, version }: OtherVersion,
): TriedLesson {
  const scenario = loaded.scenario && withVersion(loaded.scenario, protocol, version);
  const problems = checkScenario({ ...loaded, scenario }, { set, territory });
  if (!scenario || problems.length > 0)
    return {
      faults: problems.map(({ line, message: { fr, en } }) => ({
        of: 'names',
        text: text(`Ligne ${line} : ${fr}`, `Line ${line}: ${en}`),
      })),
    };
  const planted = scenario.planted.flatMap((it) =>
    plantedFaults(it, rehearsePlanted(set, scenario, territory, it)),
  );
  const branches = (scenario.branches ?? []).flatMap((it) =>
    untold('branch', it.title, rehearseBranch(set, scenario, territory, it)),
  );
  return { faults: [...modelFaults(rehearseModel(set, scenario, territory)), ...planted, ...branches] };
}

const withVersion = (scenario: TrainingScenario, protocol: string, version: string): TrainingScenario => ({
  ...scenario,
  versions: { ...scenario.versions, [protocol]: version },
});

function modelFaults(run: RehearsedRun): readonly LessonFault[] {
  const lost = run.score.lost.map(({ title, why }) => ({
    of: 'model' as const,
    text: text(
      `Le déroulé modèle perd un point : ${title.fr}. ${why.fr}`,
      `The model run loses a point: ${title.en}. ${why.en}`,
    ),
  }));
  return [...untold('model', MODEL, run), ...lost];
}

const MODEL = text('Le déroulé modèle', 'The model run');

function plantedFaults(planted: PlantedRun, run: RehearsedRun): readonly LessonFault[] {
  const lost = new Set(run.score.lost.map(({ key }) => key));
  const more = [...lost].filter((key) => !planted.loses.includes(key));
  const less = planted.loses.filter((key) => !lost.has(key));
  const say = (keys: readonly string[], fr: string, en: string): readonly LessonFault[] =>
    keys.map((key) => {
      const what = titleOf(run.practice, run.score, key);
      return {
        of: 'planted',
        text: text(`« ${planted.title.fr} » ${fr} : ${what.fr}`, `“${planted.title.en}” ${en}: ${what.en}`),
      };
    });
  return [
    ...untold('planted', planted.title, run),
    ...say(more, 'perd un point de plus', 'loses one more point'),
    ...say(less, 'ne perd plus', 'no longer loses'),
  ];
}

/** Of a point that is lost, what it is; of one that no longer is, what the scenario or the protocol calls it. */
function titleOf(practice: Practice, { lost, met }: ScenarioScore, key: string): Text {
  const counted = [...lost, ...met].find((it) => it.key === key);
  const [part = '', id = ''] = key.split(/:(.*)/s);
  const { title } = counted ??
    practice.scenario.expectations.find((it) => it.id === id) ?? { title: stepTitle(practice, id) };
  return part === 'deadlines' ? text(`${title.fr} (délai)`, `${title.en} (deadline)`) : title;
}

/** As the protocols call it; a verb may stand before the name, `approve status`. */
function stepTitle({ set, scenario }: Practice, name: string): Text {
  const bare = name.slice(name.lastIndexOf(' ') + 1);
  return new ScenarioNames(set, scenario).titleOfStep(bare) ?? text(name, name);
}

/** The first line that can't be done as it is written: the others mostly follow from it. */
function untold(of: LessonFault['of'], { fr, en }: Text, run: RehearsedRun): readonly LessonFault[] {
  const { firstUndone, practice } = run;
  if (!firstUndone)
    return practice.untold.map((problem) => ({
      of,
      text: text(`Dans « ${fr} » : ${problem}`, `In “${en}”: ${problem}`),
    }));
  const { line, name, because } = firstUndone;
  const what = name === null ? text('', '') : stepTitle(practice, name);
  const why =
    because[0] ?? text('ce qui était attendu n’arrive pas.', 'what was expected does not come about.');
  return [
    {
      of,
      text: text(
        `« ${fr} » ne va plus jusqu’au bout : ligne ${line}, ${what.fr} : ${why.fr}`,
        `“${en}” no longer goes to its end: line ${line}, ${what.en}: ${why.en}`,
      ),
    },
  ];
}
