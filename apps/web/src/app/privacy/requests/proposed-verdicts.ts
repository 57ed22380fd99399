import type { AccessLine, AccessVerdict } from '@repere/contract';

/** Verdicts that somebody gave, by line. */
export const givenVerdicts = (items: readonly AccessLine[]): ReadonlyMap<number, AccessVerdict> =>
  new Map(items.flatMap(({ id, verdict }) => (verdict ? [[id, { id, ...verdict }]] : [])));

/**
 * Verdicts by line: those that were given, and else what is proposed. Own data leave and others’ stay; what may name others, or
 * leads to where somebody is, is for a person to say.
 */
export const proposedVerdicts = (items: readonly AccessLine[]): ReadonlyMap<number, AccessVerdict> =>
  new Map(
    items.flatMap(({ id, kind, fieldClass, verdict }): [number, AccessVerdict][] => {
      if (verdict) return [[id, { id, ...verdict }]];
      if (fieldClass === 'contact') return [];
      if (kind === 'own') return [[id, { id, keep: true }]];
      return kind === 'others' ? [[id, { id, keep: false, reason: 'others' }]] : [];
    }),
  );
