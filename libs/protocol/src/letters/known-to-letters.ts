import type { ProtocolDocument, SharedDocument } from '../documents/document';
import type { Sources } from '../load/load-sources';

/** What `letters.yaml` may name. */
export interface KnownToLetters {
  readonly documents: readonly Pick<ProtocolDocument, 'protocol' | 'steps' | 'facts'>[];
  readonly shared: Pick<SharedDocument, 'facts'>;
  readonly sources: Sources;
}
