import type { ServedAges, ServedSex } from '../profile/service-profile';
import type { ServiceNeed } from '../profile/service-needs';

/** What a child needs, as far as it is known; `null` and none: not known. Nobody is named. */
export interface AskedService {
  readonly need: ServiceNeed;
  /** The ages that the child may have, each under eighteen: whose age is in doubt is held to be a minor (G01). */
  readonly ages: ServedAges | null;
  readonly sex: ServedSex | null;
  /** BCP 47 codes of languages that the child understands. */
  readonly languages: readonly string[];
  /** When, epoch milliseconds. */
  readonly at: number;
}
