import type { SchemaPathTree } from '@angular/forms/signals';
import type { Child } from '@repere/contract';
import { readTypedDate } from '@repere/ui/date';
import { changeChildLengths } from '@repere/contract/lengths';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { checkChild } from '../opening/child-rules';
import type { IdentityAsTyped } from './identity-draft';

/** What has to be mended before a correction is sent. A birth or gender on record can be another, but not nothing. */
export function checkIdentity(it: SchemaPathTree<IdentityAsTyped>, recorded: () => Child | undefined): void {
  checkChild(it);
  checkField(it.birth, 'case.identity.birth-stays', (typed) => {
    const birth = readTypedDate(typed);
    return birth.ok && !birth.edtf && recorded()?.birth !== undefined;
  });
  checkField(
    it.gender,
    'case.identity.gender-stays',
    (typed) => isKnown(recorded()?.gender) && !isKnown(typed),
  );
  requireValue(it.why, 'case.identity.why-missing');
  limitLength(it.why, changeChildLengths.why);
}

const isKnown = (gender: string | null | undefined): boolean => !!gender && gender !== 'unknown';
