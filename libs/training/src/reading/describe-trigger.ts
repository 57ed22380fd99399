import type { ProtocolSet } from '@repere/case-engine';
import { formatDate, text, type Text } from '@repere/feel';
import { periodWords, type ScenarioTrigger, type TrainingScenario } from '@repere/protocol';
import { conditionWords } from './condition-words';

/** When something of a scenario comes about, in words: "48 heures après le début, sauf si « Demander un avocat » est fait". */
export function describeTrigger(
  set: ProtocolSet,
  scenario: TrainingScenario,
  trigger: ScenarioTrigger,
): Text {
  const { at, after, follows, when, unless } = trigger;
  const from = follows === undefined ? null : titleOf(scenario, follows);
  const condition = when === undefined ? null : (conditionWords(set, scenario, when) ?? CAME);
  const parts: Text[] = [];
  if (at !== undefined) parts.push(describeTime(at));
  if (after !== undefined) {
    const { fr, en } = periodWords(after);
    const once = condition && text(`que ${condition.fr}`, condition.en);
    const start = from ?? once ?? text('le début', 'the beginning');
    parts.push(text(`${fr} après ${start.fr}`, `${en} after ${start.en}`));
  } else if (from) parts.push(text(`après ${from.fr}`, `after ${from.en}`));
  if (condition && (after === undefined || from))
    parts.push(text(`dès que ${condition.fr}`, `once ${condition.en}`));
  if (parts.length === 0) parts.push(text('au début', 'at the beginning'));
  if (unless !== undefined) {
    const { fr, en } = conditionWords(set, scenario, unless) ?? AVOIDED;
    parts.push(text(`sauf si ${fr}`, `unless ${en}`));
  }
  return text(parts.map(({ fr }) => fr).join(', '), parts.map(({ en }) => en).join(', '));
}

/** A moment of the story in words, as its text has it: "12 mai 2025, 09:00". What is no time stays as it is written. */
export function describeTime(told: string): Text {
  const [, day, hour = ''] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(told) ?? [];
  if (day === undefined) return text(told, told);
  const clock = hour && `, ${hour}`;
  return text(formatDate(day, 'fr') + clock, formatDate(day, 'en') + clock);
}

function titleOf({ beats, injects = [] }: TrainingScenario, id: string): Text {
  const found = [...beats, ...injects].find((it) => it.id === id);
  return found ? text(`«\u00a0${found.title.fr}\u00a0»`, `“${found.title.en}”`) : text(id, id);
}

/** Of a condition that no version at hand has names for. */
const CAME = text('la classe y est arrivée', 'the class has come to it');
const AVOIDED = text('la classe l’a évité', 'the class has avoided it');
