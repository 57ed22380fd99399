import type { PrintPaper } from '@repere/contract';
import type { FieldClass } from '@repere/protocol';

export type PaperKind = PrintPaper['paper'];

/** In the address: which document. */
export const PAPERS = [
  { kind: 'call-card', name: 'fiche' },
  { kind: 'judge', name: 'juge' },
  { kind: 'complete', name: 'complet' },
] as const satisfies readonly { readonly kind: PaperKind; readonly name: string }[];

/** What no address names is the complete record. */
export const paperOf = (name: string | undefined): PaperKind =>
  PAPERS.find((paper) => paper.name === name)?.kind ?? 'complete';

/**
 * Health, how to reach the child and where they are stay out of a document unless somebody wants them there (G15, G16). The
 * server leaves them out: what is not printed was never sent. A card is for calling.
 */
export const OPTIONAL = ['health', 'contact', 'places'] as const satisfies readonly FieldClass[];
export const INCLUDED: Readonly<Record<PaperKind, readonly FieldClass[]>> = {
  'call-card': ['contact'],
  judge: [],
  complete: [],
};
