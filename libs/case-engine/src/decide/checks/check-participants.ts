import { type Participant, type Role, ROLE_WORDS, ROLES } from '@repere/protocol';
import { text, type Text } from '@repere/feel';
import type { Actor, Reason } from '../../journal/engine-types';
import type { CompiledStep } from '../../compile/protocol-set';
import { reason, refusal } from '../reason';

/** Whose act it was, as told or, where the step leaves one role only, as the actor's. Adds what is wrong with it. */
export function checkParticipants(
  step: CompiledStep,
  told: readonly Participant[] | undefined,
  actor: Actor,
  reasons: Reason[],
): readonly Participant[] {
  const { by } = step.definition;
  const participants = told && told.length > 0 ? told : ownPart(by, actor);
  if (participants.length === 0) {
    reasons.push(refusal('no-participant', { field: 'by' }));
    return participants;
  }
  for (let i = 0; i < participants.length; i++) {
    const participant = participants[i];
    if (participant === undefined) continue;
    if (!by.includes(participant.role)) {
      const roles = (language: keyof Text): string => by.map((it) => ROLE_WORDS[it][language]).join(', ');
      reasons.push(
        reason(
          'wrong-participant',
          text(`L'acte revient à : ${roles('fr')}.`, `The act is for: ${roles('en')}.`),
          {
            field: `by.${i}`,
          },
        ),
      );
    }
    if (participant.role === 'INT') checkInterpreter(participant, i, reasons);
  }
  return participants;
}

/**
 * G04: the interpreter is somebody, speaks a language that is noted, and has no tie to the child. Nobody is taken to have
 * none because nobody asked: who is too near to the child is the one whom nobody asks about.
 */
function checkInterpreter({ name, language, tie }: Participant, place: number, reasons: Reason[]): void {
  const field = `by.${place}`;
  if (!name?.trim() || !language?.trim()) {
    reasons.push(refusal('interpreter-unnamed', { field, basis: ['G04'] }));
  }
  if (tie === undefined) {
    reasons.push(refusal('interpreter-tie-unknown', { field: `${field}.tie`, basis: ['G04'] }));
  } else if (tie !== 'none') {
    reasons.push(refusal('interpreter-tied', { field: `${field}.tie`, basis: ['G04'] }));
  }
}

function ownPart(by: readonly Role[], actor: Actor): readonly Participant[] {
  for (let i = 0; i < by.length; i++) {
    const role = by[i];
    if (role !== undefined && role !== 'INT' && actor.roles.includes(role)) return ALONE[role];
  }
  return NOBODY;
}

const NOBODY: readonly Participant[] = [];
const ALONE = Object.fromEntries(ROLES.map((role) => [role, [{ role }]])) as unknown as Readonly<
  Record<Role, readonly Participant[]>
>;

/** Whether this actor may enter the step: the worker in charge, or a role that the step names. */
export function mayEnter({ definition }: Pick<CompiledStep, 'definition'>, actor: Actor): boolean {
  const { enteredBy } = definition;
  return actor.inCharge || (enteredBy?.some((role) => actor.roles.includes(role)) ?? false);
}
