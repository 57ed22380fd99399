import type { FactView } from '@repere/case-engine';
import type { FieldClass, LetterLanguage, LetterPart, Milestone } from '@repere/protocol';
import { factsOfStep } from '../../cases/disclosure/facts-beside';
import { redactFacts } from '../../cases/page/redaction/redact-view';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { withoutNotes } from '../../cases/words/notes-beside';
import { occurrence } from '../../platform/answers/show-moment';

/**
 * What was reached of a case, each in the words that its kind of letter has for it, in the letter's language: nobody's answer, no title of a
 * step. What was reached has its day, as exactly as it is known and no hour; what comes next has none. A step of which the reader may not
 * see all, and one that waits for a second person, is not said.
 */
export function milestoneLines(
  file: LoadedCase,
  { milestones }: Pick<LetterPart, 'milestones'>,
  redacted: ReadonlySet<FieldClass>,
  language: LetterLanguage,
): readonly string[] {
  const { facts } = redactFacts(file, redacted);
  return milestones.flatMap(({ once, until, known, text }): readonly string[] => {
    const [first] = daysOf(file, once, redacted, language);
    if (first === undefined || (known && !isKnown(file, facts, known))) return [];
    if (until.length === 0) return [`${text} (${first})`];
    return isAnyDone(file, until) ? [] : [text];
  });
}

/** Days on which one of these steps was done, the first first. */
function daysOf(
  file: LoadedCase,
  steps: readonly string[],
  redacted: ReadonlySet<FieldClass>,
  language: LetterLanguage,
): readonly string[] {
  const entries = doneOf(file, steps).flatMap(({ runId, step, entryIds }) => {
    const closed = [...(factsOfStep(file, runId, step)?.values() ?? [])].some((it) => redacted.has(it));
    return closed
      ? []
      : file.journal.filter(({ id, kind }) => kind === 'step-completed' && entryIds.includes(id));
  });
  return entries
    .map(({ occurredAt }) => occurredAt)
    .toSorted((a, b) => a.from - b.from)
    .map((at) => ({ ...at, precision: at.precision === 'minute' ? ('day' as const) : at.precision }))
    .map((at) => occurrence(at, file.territory.zone, language));
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

/** Of several runs the newest, as the reader sees it. */
function isKnown(
  file: LoadedCase,
  facts: readonly FactView[],
  { fact, is }: NonNullable<Milestone['known']>,
): boolean {
  const newest = facts
    .filter(({ runId, fact: id }) => runId !== null && `${file.documentOf(runId).protocol}.${id}` === fact)
    .toSorted((a, b) => a.seq - b.seq)
    .at(-1);
  const code = newest && withoutNotes(newest.value);
  return typeof code === 'string' && is.includes(code);
}
