import type { FieldClass, StepDefinition } from '@repere/protocol';
import { factsOfStep } from '../../cases/disclosure/facts-beside';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import type { TimelineEntryDto } from '../../cases/page/case-file.dto';
import { occurrence } from '../../platform/answers/show-moment';
import { mostClosed } from './fact-lines';
import { type LetterLine, titled } from './letter-line';

/** Notes that are offered: the newest. */
const MOST_NOTES = 40;

/** What was done, in the order in which it happened, each with its day and hour as far as they are known. */
export function actLines(file: LoadedCase, redacted: ReadonlySet<FieldClass>): readonly LetterLine[] {
  const { zone } = file.territory;
  return file.view.runs
    .flatMap(({ runId, steps }) => steps.map((step) => ({ runId, step })))
    .flatMap(({ runId, step: { id, entryIds } }) => {
      const definition = file.findStep(runId, id);
      const classes = classesOf(file, runId, id);
      const [first, ...others] = classes;
      if (!definition || classes.some((it) => redacted.has(it))) return [];
      return file.journal
        .filter((entry) => entry.kind === 'step-completed' && entryIds.includes(entry.id))
        .map((entry) => ({
          at: entry.occurredAt.from,
          line: {
            id: `act/${entry.id}`,
            fieldClass: first ? mostClosed([first, ...others]) : ('situation' as const),
            text: titled(occurrence(entry.occurredAt, zone, 'fr'), definition.title.fr),
            isCoded: tellsItsClasses(definition, classes),
          },
        }));
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ line }) => line);
}

/** Words of notes, and what the child said of a decision, as far as the reader sees them. The newest. */
export function noteLines(
  file: LoadedCase,
  timeline: readonly Pick<
    TimelineEntryDto,
    'entryId' | 'title' | 'occurredAt' | 'occurredPrecision' | 'note' | 'childView'
  >[],
): readonly LetterLine[] {
  const { zone } = file.territory;
  return timeline
    .flatMap(({ entryId, title, note, childView, ...entry }) => {
      const when = dayOf(entry, zone);
      const line = (id: string, text: string): LetterLine => ({
        ...{ id: `${id}/${entryId}`, fieldClass: 'narrative', text, isCoded: false },
      });
      return [
        ...(childView && 'said' in childView
          ? [line('said', titled(`${when}, l’enfant`, `«\u00a0${childView.said}\u00a0»`))]
          : []),
        ...(note === undefined ? [] : [line('note', titled(`${when}, ${title.fr}`, note))]),
      ];
    })
    .slice(-MOST_NOTES);
}

const classesOf = (file: LoadedCase, runId: string, step: string): readonly FieldClass[] => [
  ...new Set(factsOfStep(file, runId, step)?.values()),
];

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
