import type { LoadedCase } from '../reading/loaded-case';
import { type KnownPerson, personOfRow } from './person-row';

/** People around the child: the rows of the list of adults, as the journal has them. */
export const peopleAround = (file: LoadedCase): readonly KnownPerson[] =>
  (file.findKnown('people-around')?.rows ?? []).map(({ id, values }) => personOfRow(file, id, values));
