import type { Actor, CompiledStep } from '@repere/case-engine';
import type { Participant, Role } from '@repere/protocol';

/** Who does everything that one person may do: the worker in charge. */
export const WORKER: Actor = { id: 'TS', roles: ['TS'], inCharge: true };

/** The second person, of the role that approves. */
export function secondPerson(role: Role): Actor {
  return { id: role === 'TS' ? 'TS-2' : role, roles: [role], inCharge: false };
}

/** Whose act a step is: the worker's own where that may be. */
export function doerOf({ definition: { by } }: CompiledStep): readonly Participant[] {
  const role = by.includes('TS') ? 'TS' : (by.find((it) => it !== 'INT') ?? by[0] ?? 'TS');
  return [role === 'INT' ? { role, name: 'INT', language: 'und', tie: 'none' } : { role, name: role }];
}
