import type { Command } from '@repere/case-engine';
import { type Participant, type Role, ROLES } from '@repere/protocol';
import type { AboutStep } from '../acts/case-command-handler';
import { readOccurrence } from '../journal/read-occurrence';
import type { StepInputDto } from './step-input.dto';
import { invalidValue } from '../../platform/refusals/invalid-value';

/** What a form sent, as a command to the engine; `invalid` where it can't be read. What the step takes is the engine's to say. */
export function readStepInput(
  { runId, step }: AboutStep,
  { occurredAt, by, childView, ...input }: StepInputDto,
  zone: string,
): Extract<Command, { kind: 'complete-step' }> {
  const occurrence = readOccurrence(occurredAt, zone);
  return {
    ...input,
    kind: 'complete-step',
    runId,
    step,
    ...(occurrence && { occurredAt: occurrence }),
    ...(by && { by: by.map(readParticipant) }),
    ...(childView && { childView: readChildView(childView) }),
  };
}

function readParticipant(
  { role, ...rest }: NonNullable<StepInputDto['by']>[number],
  place: number,
): Participant {
  if (!isRole(role))
    throw invalidValue(`by.${String(place)}.role`, 'Ce rôle n’existe pas.', 'There is no such role.');
  return { role, ...rest };
}

/** Either what the child said or why nobody could ask. */
export function readChildView(view: {
  readonly said?: string;
  readonly whyNot?: string;
}): NonNullable<StepInputDto['childView']> {
  if (view.said !== undefined && view.whyNot === undefined) return { said: view.said };
  if (view.whyNot !== undefined && view.said === undefined) return { whyNot: view.whyNot };
  throw invalidValue(
    'childView',
    'Ce que l’enfant a dit, ou pourquoi on n’a pas pu lui demander : l’un des deux.',
    'What the child said, or why nobody could ask: one of the two.',
  );
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);
