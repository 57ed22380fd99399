import type { BundleEntry } from '@repere/audit';
import type { ShownState } from '@repere/audit';
import type { ErasedCase, DossierCase } from '../dossier/dossier-case';

/** What a bundle holds of one case. */
export interface GatheredCase {
  readonly alias: string;
  readonly reference: string | null;
  readonly territory: string;
  readonly entries: readonly BundleEntry[];
  readonly accessEvents: readonly BundleEntry[];
  readonly state: ShownState;
  readonly dossierCase: DossierCase | ErasedCase;
  /** Events of the ledger that it stands on. */
  readonly seqs: readonly string[];
}
