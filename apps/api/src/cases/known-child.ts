import type { Child } from '@repere/cases';
import type { FieldClass } from '@repere/protocol-engine';
import type { LoadedCase } from './loaded-case';

/** What identifies the child as it is known now: a fact recorded since rules over what was said when the case was opened. */
export function knownChild(file: LoadedCase, withheld: ReadonlySet<FieldClass> = new Set()): Child {
  const birth = textFact(file, 'birth');
  const gender = GENDERS.find((it) => it === textFact(file, 'sex'));
  const { phones, safeContact, ...child } = file.child;
  return {
    ...child,
    ...(birth !== undefined && { birth }),
    ...(gender !== undefined && { gender }),
    ...(withheld.has('contact') ? {} : { phones, safeContact: knownContact(file) ?? safeContact }),
  };
}

const GENDERS = ['girl', 'boy', 'other'] as const;

/** G16, from the facts; nothing when the child gave no safe contact, or took it back. */
function knownContact(file: LoadedCase): Child['safeContact'] {
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
