import { readsAndWrites } from '@repere/case-engine';
import type { LoadedCase } from '../reading/loaded-case';

/** Whether the step depends on who is around the child: their list is then read by whoever agrees. */
export function readsAdults(file: LoadedCase, runId: string, step: string): boolean {
  const { document } = file.versionOf(runId);
  const { reads } = readsAndWrites(file.published.set, document.protocol, document.version, step);
  const people = file.idOf('people-around');
  return people !== undefined && reads.includes(people);
}
