import type { Words } from '@repere/cases';
import type { AccessEventKind } from '../../closed-lists/access-event-kinds';

/** An act of the record as a reader of the access log is told of it. */
export interface NamedAct {
  readonly kind: AccessEventKind;
  /** A sentence about whoever did it, without a subject: « A ouvert le dossier ». */
  readonly act: Words;
  /** Whether it is one of the accesses to a case: an entry of its journal is not, nor a question about an access. */
  readonly isAccess: boolean;
}

export const namedAct = (kind: AccessEventKind, fr: string, en: string): NamedAct => ({
  kind,
  act: { fr, en },
  isAccess: true,
});

/** One that stands elsewhere than among the accesses to a case. */
export const namedApart = (kind: AccessEventKind, fr: string, en: string): NamedAct => ({
  ...namedAct(kind, fr, en),
  isAccess: false,
});
