import { territoryOf } from '@repere/territories';

/** Time zone of where somebody works: that of their first team, else Paris. */
export const zoneOf = (territory: string | null): string =>
  territoryOf(territory ?? '75')?.zone ?? 'Europe/Paris';
