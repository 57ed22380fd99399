import { scenarioTime } from '@repere/case-engine';
import { parseWithin, type Territory, text } from '@repere/feel';
import type { ExampleLine, TrainingScenario } from '@repere/protocol';
import type { ScenarioProblems } from './scenario-problem';

type Path = readonly (string | number)[];

/** Longest story, from its beginning to its end. */
const LONGEST_MS = 2 * 366 * 86_400_000;

/** No story is told of other years: the clock of every space reaches them, and the law is that of today. */
const YEARS = { first: 2000, last: 2045 } as const;
const FIRST = Date.UTC(YEARS.first, 0, 1);
const LAST = Date.UTC(YEARS.last + 1, 0, 1);

/** Times that can be read, in order, within the story; periods that can be read. */
export function checkTimes(
  scenario: TrainingScenario,
  territory: Territory,
  problems: ScenarioProblems,
): void {
  const read = (told: string | undefined, path: Path): number | null => {
    if (told === undefined) return null;
    const time = scenarioTime(told, territory.zone);
    if (typeof time === 'string') {
      problems.addProblem(
        path,
        'time',
        text(`Ce n'est pas une heure : ${told}.`, `This is no time: ${told}.`),
      );
      return null;
    }
    if (time.from >= FIRST && time.from < LAST) return time.from;
    problems.addProblem(
      path,
      'time',
      text(
        `Une histoire se passe entre ${String(YEARS.first)} et ${String(YEARS.last)} : ${told}.`,
        `A story is told of the years ${String(YEARS.first)} to ${String(YEARS.last)}: ${told}.`,
      ),
    );
    return null;
  };
  const begins = read(scenario.begins, ['begins']);
  const ends = read(scenario.ends, ['ends']);
  if (begins === null || ends === null) return;
  if (ends <= begins || ends - begins > LONGEST_MS)
    problems.addProblem(
      ['ends'],
      'time-order',
      text(
        'La fin vient après le début, et dans les deux ans.',
        'The end comes after the beginning, and within two years.',
      ),
    );
  const inOrder = (lines: readonly ExampleLine[], path: string, from: number, to: number): void => {
    let before = from;
    for (const [place, line] of lines.entries()) {
      const at = read(line.at ?? line.expect?.at, [path, place]);
      if (at === null) continue;
      if (at < before || at > to)
        problems.addProblem(
          [path, place],
          'time-order',
          text(`${line.at ?? ''} n'est pas à sa place.`, `${line.at ?? ''} is out of place.`),
        );
      before = Math.max(before, at);
    }
  };
  inOrder(scenario.before ?? [], 'before', -Infinity, begins);
  inOrder(scenario.model, 'model', begins, ends);
  const within = (told: string | undefined, path: Path): void => {
    const at = read(told, path);
    if (at !== null && (at < begins || at > ends))
      problems.addProblem(
        path,
        'time-order',
        text('Cette heure est hors de l’histoire.', 'This time is outside of the story.'),
      );
  };
  const period = (told: string | undefined, path: Path): void => {
    if (told !== undefined && !parseWithin(told))
      problems.addProblem(
        path,
        'period',
        text(`Ce n'est pas une durée : ${told}.`, `This is no period: ${told}.`),
      );
  };
  for (const key of ['beats', 'injects'] as const)
    for (const [place, { at, after }] of (scenario[key] ?? []).entries()) {
      within(at, [key, place, 'at']);
      period(after, [key, place, 'after']);
    }
  for (const [place, { by, within: length }] of scenario.expectations.entries()) {
    within(by, ['expectations', place, 'by']);
    period(length, ['expectations', place, 'within']);
  }
  for (const [place, { from }] of (scenario.branches ?? []).entries())
    within(from, ['branches', place, 'from']);
  for (const [place, { later = {} }] of scenario.planted.entries())
    for (const [name, at] of Object.entries(later)) within(at, ['planted', place, 'later', name]);
}
