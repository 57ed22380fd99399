import type { Words } from '@repere/cases';
import type { AccessEventKind } from '../../closed-lists/access-event-kinds';

/** An act of the record as a reader of the access log is told of it. */
export interface NamedAct {
  readonly kind: AccessEventKind;
  /** A sentence about whoever did it, without a subject: « A ouvert le dossier ». */
  readonly act: Words;
}

export const namedAct = (kind: AccessEventKind, fr: string, en: string): NamedAct => ({
  kind,
  act: { fr, en },
});
