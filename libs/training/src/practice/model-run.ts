import type { ExampleLine } from '@repere/protocol';
import { nameOfLine } from './name-of-line';
import type { Practice } from './practice';

/** The next line of the model run that was not done in this run, by the model or by the learner; `null`: all are. */
export function nextModelLine(
  practice: Practice,
): { readonly line: ExampleLine; readonly place: number } | null {
  const done = new Map<string, number>();
  const used = new Set<number>();
  for (const moment of practice.moments) {
    const { act, refused } = moment;
    if (act?.kind !== 'line' || moment.arrived.length > 0) continue;
    if (act.model !== undefined) used.add(act.model);
    else if (refused.length === 0) {
      const name = bareName(nameOfLine(act.line));
      done.set(name, (done.get(name) ?? 0) + 1);
    }
  }
  for (const [place, line] of practice.scenario.model.entries()) {
    if (used.has(place)) continue;
    const name = nameOfLine(line);
    if (name === null) continue;
    const times = done.get(bareName(name)) ?? 0;
    if (times === 0) return { line, place };
    done.set(bareName(name), times - 1);
  }
  return null;
}

/** Without the protocol: what a form does is named with it, a scenario mostly not. */
const bareName = (name: string | null): string =>
  (name ?? '')
    .split(' ')
    .map((word) => word.slice(word.lastIndexOf('.') + 1))
    .join(' ');
