import { type ProtocolSet, UncheckedProtocolError } from '@repere/case-engine';
import { type Territory, text, type Text } from '@repere/feel';
import {
  type LoadedScenario,
  namedVersions,
  type Problem,
  type ScenarioCondition,
  type TrainingScenario,
} from '@repere/protocol';
import { compileIn, placeOfCondition } from '../practice/scenario-condition';
import { checkAmounts } from './check-amounts';
import { checkGiven } from './check-given';
import { checkLinks } from './check-links';
import { checkTimes } from './check-times';
import { linesOf } from './lines-of';
import { namesOfExpectation, namesOfLine, ScenarioNames, type UsedName } from './scenario-names';
import { ScenarioProblems } from './scenario-problem';

type Path = readonly (string | number)[];

/** What a scenario is held against. */
export interface ScenarioGrounds {
  readonly set: ProtocolSet;
  readonly territory: Territory;
  /** Codes that `basis` may cite; left out: any. */
  readonly codes?: ReadonlySet<string>;
}

/**
 * What is wrong with a scenario beside these versions: a step, fact, outcome or safeguard that they do not have, a condition that makes no
 * sense, a time out of place, an inject that waits for itself. Empty: it can be told. Whether it is told well, `rehearse` finds.
 */
export function checkScenario(loaded: LoadedScenario, grounds: ScenarioGrounds): readonly Problem[] {
  const { scenario } = loaded;
  if (!scenario) return loaded.problems;
  const problems = new ScenarioProblems(loaded);
  checkFileName(loaded, scenario, problems);
  checkVersions(scenario, grounds.set, problems);
  checkTimes(scenario, grounds.territory, problems);
  checkLinks(scenario, problems);
  checkAmounts(scenario, problems);
  checkGiven(scenario, grounds.set, problems);
  if (problems.found.length === 0) {
    checkNames(scenario, new ScenarioNames(grounds.set, scenario), problems);
    checkConditions(scenario, grounds.set, problems);
    checkBasis(scenario, grounds.codes, problems);
  }
  return problems.found;
}

function checkFileName(
  { file }: LoadedScenario,
  { scenario: id }: TrainingScenario,
  problems: ScenarioProblems,
): void {
  const name = file
    .split('/')
    .at(-1)
    ?.replace(/\.yaml$/, '');
  if (name !== id)
    problems.addProblem(
      ['scenario'],
      'file-name',
      text(`Ce fichier devrait s'appeler ${id}.yaml.`, `This file should be called ${id}.yaml.`),
    );
}

function checkVersions(scenario: TrainingScenario, set: ProtocolSet, problems: ScenarioProblems): void {
  for (const [id, version] of namedVersions(scenario))
    if (!set.protocols.get(id)?.has(version))
      problems.addProblem(
        ['versions', id],
        'unknown-version',
        text(`Il n'y a pas de ${id}@${version}.`, `There is no ${id}@${version}.`),
      );
  if (scenario.versions[scenario.protocol] === undefined)
    problems.addProblem(
      ['protocol'],
      'unknown-version',
      text(
        `\`versions\` ne dit pas celle de ${scenario.protocol}.`,
        `\`versions\` does not say that of ${scenario.protocol}.`,
      ),
    );
}

/** In French as after _pas_. */
const KINDS: Readonly<Record<UsedName['kind'], Text>> = {
  step: text("d'étape", 'step'),
  field: text('de réponse demandée', 'answer that is asked'),
  fact: text('de fait', 'fact'),
  outcome: text("d'issue", 'outcome'),
  safeguard: text('de garde-fou', 'safeguard'),
  protocol: text('de protocole', 'protocol'),
};

function checkNames(scenario: TrainingScenario, names: ScenarioNames, problems: ScenarioProblems): void {
  const checkUsed = (found: readonly UsedName[], path: Path): void => {
    for (const { kind, name, isKnown } of found) {
      const { fr, en } = KINDS[kind];
      if (!isKnown)
        problems.addProblem(
          path,
          `unknown-${kind}`,
          text(`Ces versions n'ont pas ${fr} « ${name} ».`, `These versions have no ${en} "${name}".`),
        );
    }
  };
  for (const { line, path } of linesOf(scenario)) checkUsed(namesOfLine(names, line), path);
  for (const [place, { expect, always, order = [] }] of scenario.expectations.entries()) {
    const path = ['expectations', place];
    for (const expected of [expect, always])
      if (expected) checkUsed(namesOfExpectation(names, expected), path);
    checkUsed(
      order.map((name) => ({ kind: 'step', name, isKnown: names.hasStep(name) })),
      path,
    );
  }
}

function checkConditions(scenario: TrainingScenario, set: ProtocolSet, problems: ScenarioProblems): void {
  const checkCondition = (told: ScenarioCondition | undefined, path: Path): void => {
    if (told === undefined) return;
    const { protocol, source } = placeOfCondition(scenario, told);
    const version = String(
      scenario.versions[protocol] ?? [...(set.protocols.get(protocol)?.keys() ?? [])].at(-1),
    );
    if (!set.protocols.get(protocol)?.has(version))
      return problems.addProblem(
        path,
        'unknown-protocol',
        text(`Il n'y a pas de ${protocol}.`, `There is no ${protocol}.`),
      );
    try {
      compileIn(set, protocol, version, source);
    } catch (error) {
      if (!(error instanceof UncheckedProtocolError)) throw error;
      problems.addProblem(
        path,
        'expression',
        text(`Cette condition n'a pas de sens : ${source}.`, error.message),
      );
    }
  };
  for (const key of ['beats', 'injects'] as const)
    for (const [place, { when, unless }] of (scenario[key] ?? []).entries()) {
      checkCondition(when, [key, place, 'when']);
      checkCondition(unless, [key, place, 'unless']);
    }
}

function checkBasis(
  scenario: TrainingScenario,
  codes: ReadonlySet<string> | undefined,
  problems: ScenarioProblems,
): void {
  if (!codes) return;
  const checkCodes = (basis: readonly string[] | undefined, path: Path): void => {
    for (const code of basis ?? [])
      if (!codes.has(code) && !/^P\d/.test(code))
        problems.addProblem(
          path,
          'unknown-source',
          text(`La source ${code} n'existe pas.`, `There is no source ${code}.`),
        );
  };
  checkCodes(scenario.basis, ['basis']);
  for (const key of ['expectations', 'questions', 'debrief'] as const)
    for (const [place, { basis }] of (scenario[key] ?? []).entries())
      checkCodes(basis, [key, place, 'basis']);
}
