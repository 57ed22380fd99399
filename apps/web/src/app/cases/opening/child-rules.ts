import type { SchemaPath } from '@angular/forms/signals';
import { childLengths } from '@repere/contract/lengths';
import { checkDate, limitLength } from '../../platform/form/mistake';
import type { ChildAsTyped } from './typed-child';

/** Rules of what identifies a child. Nothing of it is required. */
export function checkChild(it: { readonly [K in keyof ChildAsTyped]: SchemaPath<ChildAsTyped[K]> }): void {
  limitLength(it.calledName, childLengths.calledName);
  limitLength(it.givenNames, childLengths.givenNames);
  limitLength(it.familyName, childLengths.familyName);
  limitLength(it.alsoKnownAs, 240);
  limitLength(it.phones, 120);
  checkDate(it.birth);
}

/** Ids of the fields that are not called as the child's. */
export const CHILD_IDS = {
  calledName: 'called-name',
  givenNames: 'given-names',
  familyName: 'family-name',
  alsoKnownAs: 'also-known-as',
} as const;

export const CHILD_SERVER_NAMES = {
  calledName: 'child.calledName',
  givenNames: 'child.givenNames',
  familyName: 'child.familyName',
  alsoKnownAs: 'child.alsoKnownAs',
  birth: 'child.birth',
  gender: 'child.gender',
  phones: 'child.phones',
} as const;
