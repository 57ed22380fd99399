import type { Words } from '@repere/cases';
import { ANSWER_REASONS, NEEDS } from '@repere/directory';
import { territoryName } from '@repere/territories';
import { csvOf } from '../../platform/answers/csv-of';
import type { CountedNeeds } from './unmet-needs.query';

/** A figure below is no figure in what leaves (TOOL): a few children of one place are found by who lives there. */
export const LEAST_COUNTED = 5;

const HEADINGS: readonly Words[] = [
  { fr: 'Code du département', en: 'Code of the département' },
  { fr: 'Département', en: 'Département' },
  { fr: 'Besoin', en: 'Need' },
  { fr: 'Raison', en: 'Reason' },
  { fr: 'Enfants dont le besoin reste ouvert', en: 'Children whose need is open still' },
  { fr: 'Enfants dont le besoin est noté non couvert', en: 'Children whose need is recorded as unmet' },
];

const FICTION: Words = { fr: 'FICTIF – exercice', en: 'FICTIONAL – exercise' };

const FEW: Words = {
  fr: `moins de ${String(LEAST_COUNTED)}`,
  en: `fewer than ${String(LEAST_COUNTED)}`,
};

const OTHER: Words = { fr: 'Autre besoin, en mots', en: 'Another need, in words' };

/**
 * One line a département, need and reason: figures alone, no child, case, team or day. There is no total, from which a figure that is left
 * out could be found. `isFiction`: each line begins by saying so.
 */
export function writeUnmetCsv(
  counts: readonly CountedNeeds[],
  { language, isFiction }: { readonly language: keyof Words; readonly isFiction: boolean },
): string {
  const fiction = isFiction ? [FICTION[language]] : [];
  const figure = (n: number): string => (n > 0 && n < LEAST_COUNTED ? FEW[language] : String(n));
  const lines = counts
    .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))
    .map(({ territory, need, reason, open, recorded }) => [
      ...[...fiction, territory, territoryName(territory)],
      (need === 'other' ? OTHER : NEEDS[need].title)[language],
      ...[ANSWER_REASONS[reason][language], figure(open), figure(recorded)],
    ]);
  return csvOf([[...fiction, ...HEADINGS.map((heading) => heading[language])], ...lines]);
}

/** Not the most first: the order would tell what the figures don’t. */
const keyOf = ({ territory, need, reason }: CountedNeeds): string => [territory, need, reason].join();
