import { chooseNextStep, type Words } from '@repere/cases';
import {
  type ChecklistAnswers,
  FACT_TYPES,
  type FactDefinition,
  type FactValue,
  type FieldClass,
} from '@repere/protocol';
import { groundsOfStep, type StepGround } from '@repere/case-engine';
import { sightOfFact } from '../disclosure/value-sight';
import type { LoadedCase } from '../reading/loaded-case';
import { isAnswer, withoutNotes } from '../words/notes-beside';
import { showValue } from '../words/show-value';
import { redactValue } from './redaction/redact-value';
import { HIDDEN } from './redaction/redact-explanation';
import type { NextStepDto } from './case-file.dto';

/** More would be read by nobody. */
const MOST = 4;

const AWAY: Words = { fr: 'L’enfant n’est pas là.', en: 'The child is away.' };

/** The step to go on with, and why it is asked of this child, redacted to what the reader may see. */
export function showNextStep(
  file: LoadedCase,
  redacted: ReadonlySet<FieldClass>,
  but?: { readonly runId: string; readonly step: string },
): NextStepDto | null {
  const next = chooseNextStep(file.view, but);
  return next && { ...next, grounds: showGrounds(file, next, redacted) };
}

/** What was recorded of this child that the step stands on, in a sentence; `null` for what every child is offered. */
export function showGrounds(
  file: LoadedCase,
  { runId, step }: { readonly runId: string; readonly step: string },
  redacted: ReadonlySet<FieldClass>,
): Words | null {
  const grounds = groundsOfStep(file.state, runId, step);
  if (grounds.length === 0) return isAway(file, runId) ? AWAY : null;
  const told = grounds.flatMap((it) => showGround(file, it, redacted) ?? []).slice(0, MOST);
  if (told.length === 0) return { fr: `Cette étape ${HIDDEN.fr}.`, en: `This step ${HIDDEN.en}.` };
  return {
    fr: `Vous avez noté : ${told.map(({ fr }) => lowered(fr)).join(', ')}.`,
    en: `You noted: ${told.map(({ en }) => lowered(en)).join(', ')}.`,
  };
}

/** One of them: what was seen by its name alone, all else with its answer; texts, dates and lists by their name. `null`: not for this reader. */
function showGround(file: LoadedCase, ground: StepGround, redacted: ReadonlySet<FieldClass>): Words | null {
  const { title, fact, part, runId = null } = ground;
  if (fact === undefined) return { fr: `« ${title.fr} » fait`, en: `"${title.en}" done` };
  const definition = file.findFact(runId, fact);
  const known = file.view.facts.find((it) => it.fact === fact && it.runId === runId);
  if (!definition || !known) return null;
  const shown = redactValue(definition, known.value, sightOfFact(file, known, redacted));
  if (shown.isRedacted) return null;
  const value = withoutNotes(shown.value);
  const label = definition.items?.find(({ id }) => id === part)?.label ?? title;
  const said = part === undefined || !isItems(value) ? value : asAnswer(value[part]);
  if (said === undefined || isYes(said) || isNamedAlone(definition)) return label;
  const words = showValue(definition, said);
  return {
    fr: isSame(label.fr, words.fr) ? label.fr : `${label.fr} : ${words.fr}`,
    en: isSame(label.en, words.en) ? label.en : `${label.en}: ${words.en}`,
  };
}

/** An answer that is called as its question is said once. */
const isSame = (label: string, answer: string): boolean => label.toLowerCase() === answer.toLowerCase();

/** What brought the run about no longer holds once it goes on: that the child is away is why all of it is asked. */
const isAway = ({ view }: LoadedCase, runId: string): boolean =>
  view.runs.find((it) => it.runId === runId)?.absence?.isOver === false;

/** Answers that are chosen or counted are said; a day, words or rows say enough by their name. */
function isNamedAlone({ type }: FactDefinition): boolean {
  const { by } = FACT_TYPES[type].classes;
  return by === 'days' || by === 'given' || by === 'rows';
}

const isYes = (value: FactValue): boolean => value === 'yes' || (isAnswer(value) && value.answer === 'yes');

const asAnswer = (said: ChecklistAnswers[string] | undefined): FactValue | undefined =>
  typeof said === 'string' ? { answer: said } : said;

const isItems = (value: FactValue): value is ChecklistAnswers =>
  typeof value === 'object' && !Array.isArray(value) && !isAnswer(value);

/** Inside a sentence; an abbreviation keeps its capitals. */
const lowered = (words: string): string =>
  /^\p{Lu}{2}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
