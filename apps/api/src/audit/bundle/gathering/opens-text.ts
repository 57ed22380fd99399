import type { JournalEntry } from '@repere/case-engine';
import { isCode, opensWords } from '../../../cases/disclosure/opens-words';
import { placeOfEntry } from '../../../cases/journal/entry-address';
import type { LoadedCase } from '../../../cases/reading/loaded-case';
import type { DisclosureScope } from './disclosure-scope';

/** Names of staff and of those who took part: their classes alone decide. */
const WHO: ReadonlySet<string> = new Set(['enteredBy', 'by']);

/**
 * Whether these words of an entry leave in a bundle: as on a page, and only whole. A page masks names, numbers and places in a
 * text; what an opening proves can't be masked, so that without one of these classes no text leaves. A note beside no step may
 * tell of anything: it leaves when nothing is left out.
 */
export function opensText(
  file: LoadedCase,
  entry: JournalEntry,
  name: string,
  scope: DisclosureScope,
): boolean {
  if (!opensWords(file, entry, name, scope.classes, scope.fields)) return false;
  if (scope.isWhole || WHO.has(name) || isCode(entry, name)) return true;
  return !scope.closesTexts && (name === 'values' || placeOfEntry(entry).step !== null);
}
