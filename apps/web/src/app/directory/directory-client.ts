import { Injectable, inject } from '@angular/core';
import type { AskCapacity, MatchedServices, MatchServices } from '@repere/contract';
import { vMatchedServices } from '@repere/contract/referrals/matching/match-services';
import { Api, type Answered, type Sending } from '../platform/api';

/** Services that can help a child, for who works on the case. */
@Injectable({ providedIn: 'root' })
export class DirectoryClient {
  private readonly api = inject(Api);

  match(caseFileId: string, asked: MatchServices): Promise<Answered<MatchedServices>> {
    return this.api.post(`/case-files/${caseFileId}/matching-services`, asked, vMatchedServices);
  }

  askForCapacity(caseFileId: string, asked: AskCapacity, sending: Sending): Promise<Answered<void>> {
    return this.api.post(`/case-files/${caseFileId}/capacity-questions`, asked, null, sending);
  }
}
