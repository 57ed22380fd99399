import type { ProtocolDocument, SharedDocument } from '../documents/document';
import type { Sources } from '../load/load-sources';
import { citedBy } from './cited-by';
import type { TraceLine } from './trace-lines';
import type { AnswersBeside } from './load-answers';

/** The protocols, with what is known of them. */
export interface Traced {
  /** One version of each protocol. */
  readonly documents: readonly ProtocolDocument[];
  readonly shared: SharedDocument;
  readonly sources: Sources;
}

/** Every item of the report, S01 to S91, with what answers it: from the `basis` of protocols, and from `answers.yaml`. */
export function traceItems(
  { documents, shared, sources }: Traced,
  beside: AnswersBeside,
): readonly TraceLine[] {
  return Object.values(sources)
    .filter(({ code }) => code.startsWith('S'))
    .map(({ code, title, lines }) => ({
      item: code,
      asks: title,
      lines: lines ?? '',
      answers: [...citedBy(code, documents, shared), ...(beside[code]?.answers ?? [])],
      notYet: beside[code]?.notYet ?? null,
    }));
}
