import type { LoadedCase } from '../reading/loaded-case';
import { ADULTS, type KnownPerson, personOfRow } from './person-row';

/** People around the child: the rows of the list of adults, as the journal has them. */
export const peopleAround = ({ view }: LoadedCase): readonly KnownPerson[] =>
  (view.facts.find(({ fact, runId }) => fact === ADULTS && runId === null)?.rows ?? []).map(
    ({ id, values }) => personOfRow(id, values),
  );
