import type { EntryWords } from '@repere/cases';
import type { FieldClass } from '@repere/protocol';
import type { JournalEntry } from '@repere/case-engine';
import { namesLead } from '../lead/names-lead';
import type { LoadedCase } from '../reading/loaded-case';
import { tellsOf } from './entry-fields';
import { type FactsBeside, factsBeside, factsOfStep } from './facts-beside';

/** Classes that a reader may not see, or that a paper leaves out. */
export type RedactedClasses = ReadonlySet<FieldClass>;
/** Facts left out by name, a row's field as `list.field`; a list's name takes all its rows. */
export type LeftOutFacts = ReadonlySet<string>;
export const NO_FACTS: LeftOutFacts = new Set();

/**
 * Whether these words of an entry are shown: only where nothing is redacted that they may tell of, which is every class of fact
 * that their step asks for. The one place that decides it, for every page, paper, bundle and mail. What isn't known may tell anything.
 */
export function opensWords(
  file: LoadedCase,
  entry: JournalEntry,
  name: string,
  redacted: RedactedClasses,
  leftOut: LeftOutFacts = NO_FACTS,
): boolean {
  if (redacted.size === 0 && leftOut.size === 0) return true;
  const tells = isCode(entry, name) ? [] : tellsOf(name);
  if (tells === null || tells.some((it) => redacted.has(it))) return false;
  const about = entry.kind === 'note-added' ? entry.about : undefined;
  if (about === 'identity' && redacted.has('identity')) return false;
  if (namesLead(entry) && redacted.has('staff')) return false;
  // Who wrote it is an account's name, chosen by nobody who writes.
  return name === 'enteredBy' || isShownBeside(factsBeside(file, entry), redacted, leftOut);
}

/** Whether the words of a step's deviations are shown: they are built on what the step asks for. */
export const opensStep = (
  file: LoadedCase,
  runId: string,
  step: string,
  redacted: RedactedClasses,
  leftOut: LeftOutFacts = NO_FACTS,
): boolean =>
  (redacted.size === 0 && leftOut.size === 0) ||
  isShownBeside(factsOfStep(file, runId, step), redacted, leftOut);

/** Whether what people said of a deviation is shown: it may tell of all that its step asks for. */
export const opensJudgements = (
  file: LoadedCase,
  { runId, step }: { readonly runId: string; readonly step: string },
  redacted: RedactedClasses,
  leftOut: LeftOutFacts = NO_FACTS,
): boolean =>
  !redacted.has('narrative') && !redacted.has('opinion') && opensStep(file, runId, step, redacted, leftOut);

/** Words that the chronology gives of an entry, and that are redacted. */
export const redactedWordsOf = (
  file: LoadedCase,
  entry: JournalEntry,
  redacted: RedactedClasses,
): readonly EntryWords[] =>
  redacted.size === 0
    ? []
    : WORDS.filter((name) =>
        (name === 'note' ? notesOf(entry) : [name]).some((it) => !opensWords(file, entry, it, redacted)),
      );

const WORDS = ['reasons', 'bestInterests', 'childView', 'evidence', 'note', 'by', 'enteredBy'] as const;

/** Which words of the entry the chronology gives as its note. */
export function notesOf(entry: JournalEntry): readonly string[] {
  switch (entry.kind) {
    case 'entry-amended':
      return ['why'];
    case 'entry-returned':
    case 'run-moved':
      return ['reason'];
    case 'step-completed':
      return ['note', 'outOfOrder'];
    case 'entry-approved':
    case 'facts-recorded':
    case 'note-added':
    case 'run-opened':
    case 'step-waived':
      return ['note'];
  }
}

/** Reasons, and why a step is waived, are codes of the protocol's lists, not words. */
export const isCode = (entry: JournalEntry, name: string): boolean =>
  name === 'reasons' || (name === 'reason' && entry.kind === 'step-waived');

const isShownBeside = (
  facts: FactsBeside | null,
  redacted: RedactedClasses,
  leftOut: LeftOutFacts,
): boolean =>
  facts !== null &&
  [...facts].every(([id, fieldClass]) => !redacted.has(fieldClass) && !isLeftOut(id, leftOut));

const isLeftOut = (id: string, leftOut: LeftOutFacts): boolean =>
  leftOut.has(id) || leftOut.has(id.split('.')[0] ?? id);
