import { Injectable, inject } from '@angular/core';
import type {
  CaseFile,
  CaseFileSearch,
  CaseFileSummary,
  Child,
  DuplicateMatch,
  OpenCaseFile,
  Page,
  Worklist,
} from '@repere/cases';
import type { FieldClass } from '@repere/protocol-engine';
import { Api, has, isPage, type Answered } from '../platform/api';

const isCaseFile = (body: unknown) => has(body, 'id', 'reference', 'state');

/** Case files: lists, search, opening and reading one. */
@Injectable({ providedIn: 'root' })
export class CasesClient {
  private readonly api = inject(Api);

  /** Without a scope the server chooses: the reader's own, or the team's for who works from a pool. */
  worklist(scope?: Worklist['scope'], cursor?: string): Promise<Answered<Worklist>> {
    const query = new URLSearchParams({ ...(scope ? { scope } : {}), ...(cursor ? { cursor } : {}) });
    const path = query.size ? `/worklist?${query}` : '/worklist';
    return this.api.get(path, (body) => isPage(body) && has(body, 'counts', 'now'));
  }

  search(search: CaseFileSearch): Promise<Answered<Page<CaseFileSummary>>> {
    return this.api.post('/case-files/search', search, isPage);
  }

  duplicates(child: Child): Promise<Answered<{ readonly items: readonly DuplicateMatch[] }>> {
    return this.api.post('/case-files/duplicates', { child }, isPage);
  }

  open(caseFile: OpenCaseFile): Promise<Answered<CaseFile>> {
    return this.api.post('/case-files', caseFile, isCaseFile, { idempotencyKey: caseFile.id });
  }

  /** `leaveOut`: classes that a paper leaves out. */
  caseFile(id: string, leaveOut: readonly FieldClass[] = []): Promise<Answered<CaseFile>> {
    const query = leaveOut.length > 0 ? `?${new URLSearchParams({ leaveOut: leaveOut.join() })}` : '';
    return this.api.get(`/case-files/${encodeURIComponent(id)}${query}`, isCaseFile);
  }
}
