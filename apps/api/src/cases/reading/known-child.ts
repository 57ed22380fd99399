import type { Shown } from '@repere/cases';
import type { FactRole, FieldClass } from '@repere/protocol';
import type { LoadedCase } from './loaded-case';
import { unlessRedacted, REDACTED } from '../disclosure/redacted-classes';
import type { ChildDto } from '../opening/child.dto';
import type { ShownChildDto } from '../page/case-file.dto';

/** What identifies the child as it is known now: a fact recorded since rules over what was said when the case was opened. */
export function knownChild(file: LoadedCase): ChildDto {
  const birth = textOf(file, 'birth');
  const gender = GENDERS.find((it) => it === textOf(file, 'sex'));
  return {
    ...file.child,
    ...(birth !== undefined && { birth }),
    ...(gender !== undefined && { gender }),
    safeContact: knownContact(file) ?? file.child.safeContact,
  };
}

/** The same as a reader may see it: whether there is a way to reach the child is told to nobody from whom the way is redacted. */
export function shownChild(file: LoadedCase, redacted: ReadonlySet<FieldClass>): Shown<ShownChildDto> {
  if (redacted.has('identity')) return REDACTED;
  const { phones, safeContact, ...child } = knownChild(file);
  return {
    ...child,
    phones: unlessRedacted(redacted, ['contact'], phones),
    safeContact: unlessRedacted(redacted, ['contact'], safeContact),
  };
}

/** Facts that tell how to reach the child. */
export const CONTACT_ROLES = [
  'safe-contact',
  'contact-hours',
  'code-word',
  'may-be-left',
  'read-by',
] as const satisfies readonly FactRole[];

/** Facts that the known child is made of: whoever shows both would say them twice. */
export const KNOWN_OF_CHILD: readonly FactRole[] = ['birth', 'sex', ...CONTACT_ROLES];

const GENDERS = ['girl', 'boy', 'other'] as const;

/** G16, from the facts; nothing when the child gave no safe contact, or took it back. */
function knownContact(file: LoadedCase): ChildDto['safeContact'] {
  if (textOf(file, 'contact-is-safe') !== 'yes') return undefined;
  const leave = textOf(file, 'may-be-left');
  const label = file
    .findFact(null, file.idOf('may-be-left') ?? '')
    ?.values?.find(({ code }) => code === leave)?.label.fr;
  return {
    how: textOf(file, 'safe-contact'),
    hours: textOf(file, 'contact-hours'),
    codeWord: textOf(file, 'code-word'),
    mayBeLeft: label ?? leave,
    whoElseReads: textOf(file, 'read-by'),
  };
}

/** The language that they were found to understand well, in words, to who may know it; `undefined`: nobody recorded it, or not to them. */
export function understoodLanguage(file: LoadedCase, redacted: ReadonlySet<FieldClass>): string | undefined {
  const definition = file.findFact(null, file.idOf('language') ?? '');
  return definition && !redacted.has(definition.class) ? textOf(file, 'language') : undefined;
}

function textOf(file: LoadedCase, role: FactRole): string | undefined {
  const value = file.findKnown(role)?.value;
  return typeof value === 'string' ? value : undefined;
}
