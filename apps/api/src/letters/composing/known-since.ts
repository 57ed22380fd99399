import type { FactView } from '@repere/case-engine';
import { type Role, ROLE_WORDS } from '@repere/protocol';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { occurrence } from '../../platform/answers/show-moment';

/** That one of these was there tells of the child’s health. */
const OF_HEALTH: readonly Role[] = ['MED', 'PSY'];

/** ` (12 mars 2025, Travailleur social)`: the day as exactly as it is known, and whose work it was; nobody’s name. */
export function knownSince(file: LoadedCase, { entryId }: Pick<FactView, 'entryId'>): string {
  const entry = file.journal.find(({ id }) => id === entryId);
  if (!entry) return '';
  const { occurredAt } = entry;
  const precision = occurredAt.precision === 'minute' ? 'day' : occurredAt.precision;
  const when = occurrence({ ...occurredAt, precision }, file.territory.zone, 'fr');
  const roles = ('by' in entry ? entry.by : []).map(({ role }) => role);
  const said = [...new Set(roles)]
    .filter((role) => !OF_HEALTH.includes(role))
    .map((role) => ROLE_WORDS[role].fr);
  return ` (${[when, ...said].join(', ')})`;
}
