import type { JournalEntry } from '@repere/case-engine';
import { isPlainField } from '../../../cases/disclosure/entry-fields';
import { placeOfEntry } from '../../../cases/journal/entry-address';
import type { LoadedCase } from '../../../cases/reading/loaded-case';
import type { DisclosureScope } from './disclosure-scope';
import { opensText } from './opens-text';

const VALUES = 'values/';
const ROW_VALUES = 'row/values/';
const ROW_ID = 'row/id';

/** Whether the field of a journal entry at this path (`entryFields`) is opened. What isn't known may tell anything. */
export function opensEntryField(
  file: LoadedCase,
  entry: JournalEntry,
  path: string,
  value: unknown,
  scope: DisclosureScope,
): boolean {
  if (scope.isWhole || path === ROW_ID || isPlainField(path)) return true;
  const { runId } = placeOfEntry(entry);
  const opens = (name: string): boolean => opensText(file, entry, name, scope);
  if (path.startsWith(VALUES)) {
    const fact = path.slice(VALUES.length);
    return !scope.hidesFact(fact, file.findFact(runId, fact), value, opens('values'));
  }
  if (path.startsWith(ROW_VALUES)) {
    const fact = `${listOf(file, entry)}.${path.slice(ROW_VALUES.length)}`;
    return !scope.hidesFact(fact, file.findFact(runId, fact), value, opens('values'));
  }
  return opens(path);
}

/** The list whose row the entry added or was about; a name of no list when there is none. */
export function listOf(file: LoadedCase, entry: JournalEntry): string {
  if (entry.kind === 'facts-recorded') return entry.list ?? '?';
  const { runId, step } = placeOfEntry(entry);
  const definition = runId !== null && step !== null ? file.findStep(runId, step) : undefined;
  return definition?.adds ?? definition?.about ?? '?';
}

/** The same of an event that is no journal entry: reads, refusals, changes beside the journal. */
const PLAIN_OF_EVENTS: ReadonlySet<string> = new Set([
  'clock',
  'code',
  'reasons',
  'repeated',
  'manifest',
  'bundle',
]);

/** Why a colleague stays away from the case: said in confidence, of their own life. It leaves in no bundle. */
const IN_CONFIDENCE: ReadonlySet<string> = new Set(['conflict']);

/** Whether the field of another event of the case's stream is opened. `alias`: the case's; other cases are never named. */
export function opensEventField(
  path: string,
  value: unknown,
  alias: string,
  scope: DisclosureScope,
): boolean {
  if (path.startsWith('shown/')) return value === alias;
  if (IN_CONFIDENCE.has(path)) return false;
  return scope.isWhole || PLAIN_OF_EVENTS.has(path);
}
