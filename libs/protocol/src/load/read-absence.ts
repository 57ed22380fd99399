import type { AbsenceDefinition } from '../documents/document';
import type { ProtocolYaml } from '../yaml/yaml-shapes';

/** What makes a run an absence of the child; whoever is to be called without a number has none. */
export function readAbsence({ calls, ...absence }: NonNullable<ProtocolYaml['absence']>): AbsenceDefinition {
  return {
    ...absence,
    ...(calls && { calls: calls.map(({ numbers = [], ...call }) => ({ ...call, numbers })) }),
  };
}
