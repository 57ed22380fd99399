import { Injectable, inject } from '@angular/core';
import type {
  CaseFile,
  CaseFileSearch,
  CaseFilePage,
  Child,
  DuplicateMatch,
  OpenCaseFile,
} from '@repere/contract';
import type { FieldClass } from '@repere/protocol';
import { vCaseFile, vCaseFilePage } from '@repere/contract/cases/page/case-file';
import { vDuplicateMatches } from '@repere/contract/cases/opening/opening';
import { Api, type Answered } from '../platform/api';

/** Case files: lists, search, opening and reading one. */
@Injectable({ providedIn: 'root' })
export class CasesClient {
  private readonly api = inject(Api);

  search(search: CaseFileSearch): Promise<Answered<CaseFilePage>> {
    return this.api.post('/case-files/search', search, vCaseFilePage);
  }

  duplicates(child: Child): Promise<Answered<{ readonly items: readonly DuplicateMatch[] }>> {
    return this.api.post('/case-files/duplicates', { child }, vDuplicateMatches);
  }

  openCaseFile(caseFile: OpenCaseFile): Promise<Answered<CaseFile>> {
    return this.api.post('/case-files', caseFile, vCaseFile, { idempotencyKey: caseFile.id });
  }

  /** `leaveOut`: classes that a paper leaves out. */
  caseFile(id: string, leaveOut: readonly FieldClass[] = []): Promise<Answered<CaseFile>> {
    return this.api.get(`/case-files/${encodeURIComponent(id)}`, vCaseFile, { leaveOut: leaveOut.join() });
  }
}
