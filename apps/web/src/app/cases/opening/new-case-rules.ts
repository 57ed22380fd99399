import type { SchemaPathTree } from '@angular/forms/signals';
import { notDuplicateLengths } from '@repere/contract/lengths';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { checkChild } from './child-rules';
import type { NewCaseAsTyped } from './new-case-draft';

/** What has to be mended before a case can be opened. Danger has to be asked; nothing about the child is required. */
export function checkNewCase(it: SchemaPathTree<NewCaseAsTyped>, countMatches: () => number): void {
  requireValue(it.danger, 'cases.new.danger.missing');
  checkChild(it);
  // Where a child may be in danger the case is opened first, and the question asked within the day.
  checkField(
    it.whyNoDuplicate,
    'cases.new.duplicates.missing',
    (why, valueOf) => valueOf(it.danger) === 'no' && countMatches() > 0 && !why.trim(),
  );
  limitLength(it.whyNoDuplicate, notDuplicateLengths.why);
}
