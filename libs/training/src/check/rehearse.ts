import { checkExpectation, type ProtocolSet, type Reason } from '@repere/case-engine';
import type { Territory, Text } from '@repere/feel';
import type { ExampleLine, PlantedRun, TrainingScenario, ScenarioBranch } from '@repere/protocol';
import { nameOfLine } from '../practice/name-of-line';
import { Practice } from '../practice/practice';
import { replayPractice, timeIn } from '../practice/begin-practice';
import type { ScenarioScore } from '../score/score-types';
import { scoreOf } from '../score/score-of';
import { plantedLines } from './planted-lines';

/** A run that was told to its end, with what did not go as its lines say. */
export interface RehearsedRun {
  readonly practice: Practice;
  readonly score: ScenarioScore;
  /** In words, each with its line. */
  readonly problems: readonly string[];
  /** The first line that can't be done as it is written; what comes after it mostly follows from that. */
  readonly firstUndone: UndoneLine | null;
}

/** A line of a run, by its place among its lines, from one on. */
export interface UndoneLine {
  readonly line: number;
  /** What it does, as the scenario names it. */
  readonly name: string | null;
  /** Why it is refused; empty: it is done, and comes to something else. */
  readonly because: readonly Text[];
}

/** The model run: every line as the scenario has it, every question answered rightly, every expectation ticked. */
export function rehearseModel(
  set: ProtocolSet,
  scenario: TrainingScenario,
  territory: Territory,
): RehearsedRun {
  return rehearse(set, scenario, territory, scenario.model, {});
}

/** A run with its faults, as its scenario plants them. */
export function rehearsePlanted(
  set: ProtocolSet,
  scenario: TrainingScenario,
  territory: Territory,
  planted: PlantedRun,
): RehearsedRun {
  return rehearse(set, scenario, territory, plantedLines(scenario, planted, territory), planted);
}

/** Nobody does anything: what the story does by itself, to its end. Such a run wins nothing. */
export function rehearseNothing(
  set: ProtocolSet,
  scenario: TrainingScenario,
  territory: Territory,
): Pick<RehearsedRun, 'practice' | 'score'> {
  const practice = new Practice(set, scenario, territory);
  practice.perform({ kind: 'wait', until: timeIn(territory, scenario.ends) });
  return { practice, score: scoreOf(practice) };
}

/** The model until where the branch leaves it, then its own lines. */
export function rehearseBranch(
  set: ProtocolSet,
  scenario: TrainingScenario,
  territory: Territory,
  branch: ScenarioBranch,
): RehearsedRun {
  const from = timeIn(territory, branch.from);
  const before = scenario.model.filter(({ at }) => at === undefined || timeIn(territory, at) <= from);
  return rehearse(set, scenario, territory, [...before, ...branch.do], {});
}

function rehearse(
  set: ProtocolSet,
  scenario: TrainingScenario,
  territory: Territory,
  lines: readonly ExampleLine[],
  { answers = {}, unticked = [] }: Pick<PlantedRun, 'answers' | 'unticked'>,
): RehearsedRun {
  const practice = new Practice(set, scenario, territory);
  for (const { id, ticked } of scenario.expectations)
    if (ticked && !unticked.includes(id)) practice.perform({ kind: 'tick', expectation: id, seen: true });
  const played = lines.map((line, place) => {
    const tried = practice.attempts.length;
    const problems = playLine(practice, line);
    const because = practice.attempts.slice(tried).flatMap(({ reasons }) => reasons.map((it) => it.text));
    return { line, place, name: nameOfLine(line), problems, because };
  });
  const problems = played.flatMap(({ line, place, name, problems }) =>
    problems.map((problem) => `line ${place + 1} ${line.at ?? ''} ${name ?? ''}: ${problem}`),
  );
  const undone = played.find((it) => it.problems.length > 0);
  for (const { id, choices } of scenario.questions ?? []) {
    const choice = answers[id] ?? choices.find(({ right }) => right)?.id ?? '';
    practice.perform({ kind: 'answer', question: id, choice });
  }
  practice.perform({ kind: 'wait', until: timeIn(territory, scenario.ends) });
  return {
    ...{ practice, score: scoreOf(practice), problems: [...practice.untold, ...problems] },
    firstUndone: undone ? { line: undone.place + 1, name: undone.name, because: undone.because } : null,
  };
}

function playLine(practice: Practice, line: ExampleLine): readonly string[] {
  const { expect, refused, ...act } = line;
  if (nameOfLine(act) === null)
    return line.at === undefined
      ? unmet(practice, line)
      : [...waited(practice, line), ...unmet(practice, line)];
  const done = practice.perform({ kind: 'line', line: act });
  const isWanted = refused === undefined || refused === false;
  if (done.ok) return isWanted ? unmet(practice, line) : ['should be refused'];
  if (done.code !== 'refused') return [done.code];
  if (isWanted)
    return [
      `refused: ${done.reasons.map(({ code, field, text }) => `${code} ${field ?? ''} (${text.en})`).join('; ')}`,
    ];
  const wanted = refused === true ? [] : [refused].flat();
  return wanted
    .filter((it) => !done.reasons.some((reason) => mentions(reason, it)))
    .map((it) => `should be refused because of ${it}`);
}

function waited(practice: Practice, { at }: ExampleLine): readonly string[] {
  const until = at === undefined ? practice.now : timeIn(practice.territory, at);
  if (until <= practice.now) return [];
  const done = practice.perform({ kind: 'wait', until });
  return done.ok ? [] : [done.code];
}

function unmet(
  { set, scenario, territory, now, journal }: Practice,
  { expect }: ExampleLine,
): readonly string[] {
  return expect ? checkExpectation(replayPractice(set, scenario, territory, now, journal), expect) : [];
}

const mentions = ({ code, text }: Reason, word: string): boolean =>
  code === word ||
  text.fr.toLowerCase().includes(word.toLowerCase()) ||
  text.en.toLowerCase().includes(word.toLowerCase());
