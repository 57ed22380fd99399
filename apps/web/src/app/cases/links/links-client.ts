import { Injectable, inject } from '@angular/core';
import type { AskLink, CaseLinks } from '@repere/contract';
import { vCaseLinks } from '@repere/contract/cases/links/case-links';
import { Api, type Answered, type Sending } from '../../platform/api';

/** Children that the child of a case is tied to. */
@Injectable({ providedIn: 'root' })
export class LinksClient {
  private readonly api = inject(Api);

  listLinks(caseFileId: string): Promise<Answered<CaseLinks>> {
    return this.api.get(pathOf(caseFileId), vCaseLinks);
  }

  askLink(caseFileId: string, asked: AskLink, sending: Sending): Promise<Answered<void>> {
    return this.api.post(pathOf(caseFileId), asked, null, sending);
  }

  answerLink(caseFileId: string, linkId: string, agrees: boolean, sending: Sending): Promise<Answered<void>> {
    return this.api.post(
      `${pathOf(caseFileId)}/${encodeURIComponent(linkId)}/answer`,
      { agrees },
      null,
      sending,
    );
  }

  endLink(caseFileId: string, linkId: string, sending: Sending): Promise<Answered<void>> {
    return this.api.put(
      `${pathOf(caseFileId)}/ended/${encodeURIComponent(linkId)}`,
      undefined,
      null,
      sending,
    );
  }
}

const pathOf = (caseFileId: string) => `/case-files/${encodeURIComponent(caseFileId)}/links` as const;
