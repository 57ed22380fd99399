import type { Shown } from '@repere/cases';
import type { FieldClass } from '@repere/protocol';
import type { LoadedCase } from './loaded-case';
import { unlessWithheld, WITHHELD } from '../disclosure/withheld';
import type { ChildDto } from '../opening/child.dto';
import type { ShownChildDto } from '../page/case-file.dto';

/** What identifies the child as it is known now: a fact recorded since rules over what was said when the case was opened. */
export function knownChild(file: LoadedCase): ChildDto {
  const birth = textFact(file, 'birth');
  const gender = GENDERS.find((it) => it === textFact(file, 'sex'));
  return {
    ...file.child,
    ...(birth !== undefined && { birth }),
    ...(gender !== undefined && { gender }),
    safeContact: knownContact(file) ?? file.child.safeContact,
  };
}

/** The same as a reader may see it: whether there is a way to reach the child is told to nobody from whom the way is withheld. */
export function shownChild(file: LoadedCase, withheld: ReadonlySet<FieldClass>): Shown<ShownChildDto> {
  if (withheld.has('identity')) return WITHHELD;
  const { phones, safeContact, ...child } = knownChild(file);
  return {
    ...child,
    phones: unlessWithheld(withheld, ['contact'], phones),
    safeContact: unlessWithheld(withheld, ['contact'], safeContact),
  };
}

/** Facts that tell how to reach the child. */
export const CONTACT_FACTS: readonly string[] = [
  'safe_contact',
  'contact_hours',
  'code_word',
  'contact_may_leave',
  'phone_read_by',
];

/** Facts that the known child is made of: whoever shows both would say them twice. */
export const KNOWN_OF_CHILD: readonly string[] = ['birth', 'sex', ...CONTACT_FACTS];

const GENDERS = ['girl', 'boy', 'other'] as const;

/** G16, from the facts; nothing when the child gave no safe contact, or took it back. */
function knownContact(file: LoadedCase): ChildDto['safeContact'] {
  if (textFact(file, 'contact_is_safe') !== 'yes') return undefined;
  const leave = textFact(file, 'contact_may_leave');
  const label = file.findFact(null, 'contact_may_leave')?.values?.find(({ code }) => code === leave)
    ?.label.fr;
  return {
    how: textFact(file, 'safe_contact'),
    hours: textFact(file, 'contact_hours'),
    codeWord: textFact(file, 'code_word'),
    mayBeLeft: label ?? leave,
    whoElseReads: textFact(file, 'phone_read_by'),
  };
}

function textFact(file: LoadedCase, fact: string): string | undefined {
  const value = file.view.facts.find((it) => it.fact === fact && it.runId === null)?.value;
  return typeof value === 'string' ? value : undefined;
}
