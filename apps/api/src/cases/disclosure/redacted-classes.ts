import { type Principal, may } from '@repere/access';
import { FIELD_CLASSES, type FieldClass } from '@repere/protocol';
import type { Shown, Redacted, Words } from '@repere/cases';
import type { LoadedCase } from '../reading/loaded-case';

/** The classes of fields that this reader does not see of a case that they may read, or receive a part of. */
export function redactedClasses(
  principal: Principal,
  resource: LoadedCase['resource'],
  act: 'read' | 'receive' = 'read',
): ReadonlySet<FieldClass> {
  return new Set(FIELD_CLASSES.filter((fieldClass) => !may(principal, act, { ...resource, fieldClass }).yes));
}

/** The same, and what a paper leaves out besides. */
export const alsoLeavingOut = (
  redacted: ReadonlySet<FieldClass>,
  leftOut: readonly FieldClass[],
): ReadonlySet<FieldClass> => new Set([...redacted, ...withPeople(leftOut)]);

/** What is left out, with the names of others where the child's are: the name of a mother names the child. */
export const withPeople = (leftOut: Iterable<FieldClass>): ReadonlySet<FieldClass> => {
  const classes = new Set(leftOut);
  return classes.has('identity') ? classes.add('people') : classes;
};

export const REDACTED: Redacted = { redacted: true, ask: 'supervisor' };

/** The same in words, where an answer is told in words. */
export const NOT_SHOWN: Words = {
  fr: 'non affiché : demandez à votre responsable',
  en: 'not shown: ask your supervisor',
};

/** What tells of these classes, as long as none of them is redacted. */
export const unlessRedacted = <T>(
  redacted: ReadonlySet<FieldClass>,
  classes: readonly FieldClass[],
  value: T,
): Shown<T> => (classes.some((it) => redacted.has(it)) ? REDACTED : value);
