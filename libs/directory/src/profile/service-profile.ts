import type { DirectoryKind } from './service-kinds';
import type { ServiceNeed } from './service-needs';
import type { ServiceTrait } from './service-traits';

export const SERVED_SEXES = ['girl', 'boy', 'other'] as const;
export type ServedSex = (typeof SERVED_SEXES)[number];

/** Years of age that a service takes, both ends included. */
export interface ServedAges {
  readonly from: number;
  readonly to: number;
}

/** How many places were free at a moment, ISO. */
export interface FreePlaces {
  readonly free: number;
  readonly at: string;
}

/** What is known of a service in codes and numbers; `null`, or a trait that is left out: not known. */
export interface ServiceProfile {
  readonly kind: DirectoryKind;
  /** INSEE codes; none: the whole country. */
  readonly territories: readonly string[];
  readonly needs: readonly ServiceNeed[] | null;
  readonly ages: ServedAges | null;
  readonly sexes: readonly ServedSex[] | null;
  /** BCP 47. */
  readonly languages: readonly string[] | null;
  readonly traits: Readonly<Partial<Record<ServiceTrait, boolean>>>;
  readonly places: FreePlaces | null;
  readonly waitingDays: number | null;
}

/** After so many hours nobody knows any more how many places are free (TOOL). */
export const PLACES_HOLD_HOURS = 24;

/** G05: takes younger minors, and shuts out those of sixteen and seventeen. */
export const excludesSixteenSeventeen = ({ ages }: Pick<ServiceProfile, 'ages'>): boolean =>
  ages !== null && ages.from < 16 && ages.to < 17;
