import { localDay, parseDate } from '@repere/feel';
import type { CaseDates } from '@repere/privacy';
import { closedAt } from '../../cases/projections/at-rest';
import { knownChild } from '../../cases/reading/known-child';
import type { LoadedCase } from '../../cases/reading/loaded-case';

/** The days from which the periods of this case run, where it is. */
export function caseDates(file: LoadedCase): CaseDates {
  const closed = closedAt(file);
  const { birth } = knownChild(file);
  const read = birth === undefined ? null : parseDate(birth);
  return {
    closed: closed === null ? null : localDay(closed, file.territory.zone),
    // An estimate bounds nothing.
    latestBirth: read?.ok && !read.value.estimated ? read.value.span.lastDay : null,
  };
}
