import { type ExamplePerson, type Participant, type Role, ROLES } from '@repere/protocol';
import type { Actor } from '../journal/engine-types';
import type { CompiledStep } from '../compile/protocol-set';

/** The role in a label: `TS` of `TS-duty`. */
export function roleOf(label: string): Role {
  const head = label.split('-')[0] ?? label;
  return ROLES.find((it) => it === head) ?? 'TS';
}

/** The account behind a label. TS and REF are in charge of the case unless the story says who is. */
export function accountOf(label: string, inCharge: readonly string[] | undefined): Actor {
  const role = roleOf(label);
  return {
    id: label,
    roles: [role],
    inCharge: inCharge ? inCharge.includes(label) : role === 'TS' || role === 'REF',
  };
}

/** Whose act it was. A plain `INT` is a stranger to the child with some name and language: the journal must have all three. */
export function participantsOf(by: ExamplePerson | readonly ExamplePerson[]): readonly Participant[] {
  const people = Array.isArray(by) ? (by as readonly ExamplePerson[]) : [by as ExamplePerson];
  return people.map((person) => {
    if (typeof person !== 'string') return { ...person, role: roleOf(person.role) };
    const role = roleOf(person);
    return role === 'INT' ? { role, name: person, language: 'und', tie: 'none' } : { role, name: person };
  });
}

/** Whose account enters a line, where the story does not say: the doer's if it may, else the step's first role, else TS. */
export function whoEnters(
  step: CompiledStep,
  by: ExamplePerson | readonly ExamplePerson[] | undefined,
  inCharge: readonly string[] | undefined,
): string {
  const enteredBy = step.definition.enteredBy ?? [];
  const labels = (Array.isArray(by) ? by : by === undefined ? [] : [by]).filter(
    (it) => typeof it === 'string',
  );
  const own = labels.find(
    (label) => enteredBy.includes(roleOf(label)) || accountOf(label, inCharge).inCharge,
  );
  return own ?? enteredBy[0] ?? inCharge?.[0] ?? 'TS';
}
