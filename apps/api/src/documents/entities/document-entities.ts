import { CaseDocumentContentEntity } from './case-document-content.entity';
import { CaseDocumentDestructionEntity } from './case-document-destruction.entity';
import { CaseDocumentEntity } from './case-document.entity';

/** Documents of cases, their bytes, and that these were destroyed. */
export const DOCUMENT_ENTITIES = [
  CaseDocumentEntity,
  CaseDocumentContentEntity,
  CaseDocumentDestructionEntity,
] as const;
