import { entryAsCorrected, stateInSentence, type StepCompleted } from '@repere/case-engine';
import {
  CLASSES_OF_ACTS,
  FACT_TYPES,
  type FieldClass,
  type StepDefinition,
  type StepState,
} from '@repere/protocol';
import { factsOfStep } from '../../cases/disclosure/facts-beside';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import type { TimelineEntryDto } from '../../cases/page/case-file.dto';
import { withoutNotes } from '../../cases/words/notes-beside';
import { showValue } from '../../cases/words/show-value';
import { occurrence } from '../../platform/answers/show-moment';
import { mostClosed } from './fact-lines';
import { type LetterLine, quoted, titled } from './letter-line';

/** Notes that are offered: the newest. */
const MOST_NOTES = 40;

/**
 * What was done, in the order in which it happened, each with its day and hour as far as they are known, and what was decided. It is
 * said to be done: a step's title says what is to do. `acts`: steps of which somebody read that their title tells of nothing closed,
 * so that they are said whatever else they ask for.
 */
export function actLines(
  file: LoadedCase,
  redacted: ReadonlySet<FieldClass>,
  acts: readonly string[],
): readonly LetterLine[] {
  const { zone } = file.territory;
  return file.view.runs
    .flatMap(({ runId, protocol, steps }) => steps.map((step) => ({ runId, protocol, step })))
    .flatMap(({ runId, protocol, step: { id, entryIds, state } }) => {
      const definition = file.findStep(runId, id);
      const known = classesOf(file, runId, id);
      const open = known?.length === 0 ? [OF_AUTHORITIES] : known?.filter(isOfActs);
      const isListed = !!open?.length && acts.includes(`${protocol}.${id}`);
      const classes = isListed ? open : (known ?? []);
      const [first, ...others] = classes;
      if (!definition || classes.some((it) => redacted.has(it))) return [];
      return file.journal
        .filter((entry) => entry.kind === 'step-completed')
        .filter((entry) => entryIds.includes(entry.id))
        .map((entry) => ({
          at: entry.occurredAt.from,
          line: {
            id: `act/${entry.id}`,
            fieldClass: first ? mostClosed([first, ...others]) : ('situation' as const),
            text: titled(
              `${occurrence(entry.occurredAt, zone, 'fr')}, ${stands(state, entry.id === entryIds.at(-1))}`,
              definition.title.fr + decided(file, entry, definition, classes),
            ),
            isOpen: isListed || tellsItsClasses(definition, classes),
          },
        }));
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ line }) => line);
}

/** What was entered last waits for a second person as its step does; what was entered before is done. */
const stands = (state: StepState, isLast: boolean): string =>
  stateInSentence(isLast && (state === 'awaiting-approval' || state === 'done-to-approve') ? state : 'done')
    .fr;

/** What a decision came to, as it was corrected, where the line tells of its class; nothing of somebody's own words. */
function decided(
  file: LoadedCase,
  entry: StepCompleted,
  { decides }: StepDefinition,
  classes: readonly FieldClass[],
): string {
  const fact = decides === undefined ? undefined : file.findFact(entry.runId, decides);
  const said = entryAsCorrected(file.state, entry.id);
  const value = said?.kind === 'step-completed' && decides !== undefined ? said.values[decides] : undefined;
  if (!fact || value === undefined || FACT_TYPES[fact.type].isOwnWords) return '';
  if (!classes.includes(fact.class)) return '';
  return ` (${showValue(fact, withoutNotes(value)).fr})`;
}

type Told = Pick<
  TimelineEntryDto,
  'entryId' | 'title' | 'occurredAt' | 'occurredPrecision' | 'note' | 'childView'
>;

/**
 * What the child said of a decision, word for word with its day, as far as the reader sees it. The newest. Whatever the step asks of, words
 * may tell of health, of others and of where they are: somebody reads them and chooses.
 */
export function saidLines(file: LoadedCase, timeline: readonly Told[]): readonly LetterLine[] {
  const { zone } = file.territory;
  return timeline
    .flatMap(({ entryId, childView, ...entry }): readonly LetterLine[] =>
      childView && 'said' in childView
        ? [
            {
              ...{ id: `said/${entryId}`, fieldClass: 'narrative', isOpen: false },
              text: titled(`${dayOf(entry, zone)}, l’enfant`, quoted(childView.said)),
            },
          ]
        : [],
    )
    .slice(-MOST_NOTES);
}

/** Words of notes, as far as the reader sees them. The newest. */
export function noteLines(file: LoadedCase, timeline: readonly Told[]): readonly LetterLine[] {
  const { zone } = file.territory;
  return timeline
    .flatMap(({ entryId, title, note, ...entry }): readonly LetterLine[] =>
      note === undefined
        ? []
        : [
            {
              ...{ id: `note/${entryId}`, fieldClass: 'narrative', isOpen: false },
              text: titled(`${dayOf(entry, zone)}, ${title.fr}`, note),
            },
          ],
    )
    .slice(-MOST_NOTES);
}

/** `null`: what it asks for is known to no protocol any more. */
function classesOf(file: LoadedCase, runId: string, step: string): readonly FieldClass[] | null {
  const facts = factsOfStep(file, runId, step);
  return facts && [...new Set(facts.values())];
}

/** What a step tells of that asks for nothing and is listed: that an authority was told, or answered. */
const OF_AUTHORITIES: FieldClass = 'judicial';

const isOfActs = (fieldClass: FieldClass): boolean => CLASSES_OF_ACTS.some((it) => it === fieldClass);

/** A step that asks for nothing may be about anything, health too: only that it reports is known to be said. */
const tellsItsClasses = ({ reports }: StepDefinition, classes: readonly FieldClass[]): boolean =>
  classes.length > 0 || reports !== undefined;

/** The day, or the month or year where no more is known. */
function dayOf(
  { occurredAt, occurredPrecision }: Pick<TimelineEntryDto, 'occurredAt' | 'occurredPrecision'>,
  zone: string,
): string {
  const at = Date.parse(occurredAt);
  const precision = occurredPrecision === 'minute' ? 'day' : occurredPrecision;
  return occurrence({ from: at, to: at, precision, estimated: false }, zone, 'fr');
}
