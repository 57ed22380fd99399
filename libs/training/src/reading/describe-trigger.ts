import { formatDate, text, type Text } from '@repere/feel';
import {
  periodWords,
  type ScenarioCondition,
  type ScenarioTrigger,
  type TrainingScenario,
} from '@repere/protocol';

/** When something of a scenario comes about, in words: "48 heures après le début, sauf si done(representative)". */
export function describeTrigger(scenario: TrainingScenario, trigger: ScenarioTrigger): Text {
  const { at, after, follows, when, unless } = trigger;
  const from = follows === undefined ? null : titleOf(scenario, follows);
  const condition = when === undefined ? null : conditionWords(when);
  const parts: Text[] = [];
  if (at !== undefined) parts.push(describeTime(at));
  if (after !== undefined) {
    const { fr, en } = periodWords(after);
    const start = from ?? condition ?? text('le début', 'the beginning');
    parts.push(text(`${fr} après ${start.fr}`, `${en} after ${start.en}`));
  } else if (from) parts.push(text(`après ${from.fr}`, `after ${from.en}`));
  if (condition && (after === undefined || from))
    parts.push(text(`dès que ${condition.fr}`, `once ${condition.en}`));
  if (parts.length === 0) parts.push(text('au début', 'at the beginning'));
  if (unless !== undefined) {
    const { fr, en } = conditionWords(unless);
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

/** As it is written: whoever leads reads conditions of protocols too. */
const conditionWords = (told: ScenarioCondition): Text => {
  const source = typeof told === 'string' ? told : `${told.is} (${told.in})`;
  return text(source, source);
};
