import { entryAsCorrected, type FactView, type StepCompleted } from '@repere/case-engine';
import type { FieldClass, LetterLanguage, LetterPart, Milestone } from '@repere/protocol';
import { factsOfStep } from '../../cases/disclosure/facts-beside';
import { redactFacts } from '../../cases/page/redaction/redact-view';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { occurrence } from '../../platform/answers/show-moment';
import { mostClosed } from './fact-lines';
import { isNeverBut, isOneOf, newestOf } from './known-of-milestone';
import type { LetterLine } from './letter-line';

/**
 * What was reached of a case, each in the words that its kind of letter has for it, in the letter's language: nobody's answer, no title of a
 * step. What was reached has its day, as exactly as it is known and no hour; what comes next has none. A step of which the reader may not
 * see all, and one that waits for a second person, is not said. What somebody has to choose is no open line.
 */
export function milestoneLines(
  file: LoadedCase,
  part: Pick<LetterPart, 'id' | 'classes' | 'milestones'>,
  redacted: ReadonlySet<FieldClass>,
  language: LetterLanguage,
): readonly LetterLine[] {
  if (part.milestones.length === 0) return [];
  const { facts } = redactFacts(file, redacted);
  const [first, ...others] = part.classes;
  const fieldClass = first ? mostClosed([first, ...others]) : 'situation';
  return part.milestones.flatMap((milestone): readonly LetterLine[] => {
    const { isChosen } = milestone;
    const text = textOf(file, milestone, facts, redacted, language);
    if (text === null || (isChosen && redacted.has(fieldClass))) return [];
    return [{ id: idOf(part, milestone), fieldClass, text, language, isOpen: !isChosen }];
  });
}

/** `null`: it was not reached, or is not to be said. */
function textOf(
  file: LoadedCase,
  { once, until, known, neverBut, text }: Milestone,
  facts: readonly FactView[],
  redacted: ReadonlySet<FieldClass>,
  language: LetterLanguage,
): string | null {
  const done = completionsOf(file, once, redacted);
  const newest = known && newestOf(file, facts, known.fact);
  if (done.length === 0 || (known && !isOneOf(newest, known.is))) return null;
  if (neverBut && !isNeverBut(file, facts, neverBut)) return null;
  if (until.length > 0) return isAnyDone(file, until) ? null : text;
  // A step that comes again was done on other days as well: the day is that of the very entry that said what is said here.
  const said = known ? done.find(({ id }) => id === newest?.entryId) : done[0];
  return said ? `${text} (${dayOf(file, said, language)})` : text;
}

/** The same as long as the letter asks for the same. */
const idOf = ({ id }: Pick<LetterPart, 'id'>, { once, known }: Milestone): string =>
  ['milestone', id, once[0], ...(known?.is ?? [])].join('/');

/** What was done of these steps, as it was corrected, the first first; of what the reader may see. */
const completionsOf = (
  file: LoadedCase,
  steps: readonly string[],
  redacted: ReadonlySet<FieldClass>,
): readonly StepCompleted[] =>
  doneOf(file, steps)
    .filter(({ runId, step }) => {
      const classes = [...(factsOfStep(file, runId, step)?.values() ?? [])];
      return !classes.some((it) => redacted.has(it));
    })
    .flatMap(({ entryIds }) => entryIds.flatMap((id) => entryAsCorrected(file.state, id) ?? []))
    .toSorted((a, b) => a.occurredAt.from - b.occurredAt.from);

function dayOf(file: LoadedCase, { occurredAt }: StepCompleted, language: LetterLanguage): string {
  const precision = occurredAt.precision === 'minute' ? 'day' : occurredAt.precision;
  return occurrence({ ...occurredAt, precision }, file.territory.zone, language);
}

const isAnyDone = (file: LoadedCase, steps: readonly string[]): boolean =>
  doneOf(file, steps).some(({ entryIds }) => entryIds.length > 0);

/** Entries of these steps, in whatever run, but the last of one that has no effect before a second person agrees. */
const doneOf = (file: LoadedCase, steps: readonly string[]) =>
  file.view.runs.flatMap(({ runId, protocol, steps: all }) =>
    all
      .filter(({ id }) => steps.includes(`${protocol}.${id}`))
      .map(({ id, entryIds, state }) => ({
        ...{ runId, step: id },
        entryIds: state === 'awaiting-approval' ? entryIds.slice(0, -1) : entryIds,
      })),
  );
