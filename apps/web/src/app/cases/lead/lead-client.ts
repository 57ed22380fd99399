import { Injectable, inject } from '@angular/core';
import type { ActDone, NameLead, ProposeLead, RefuseLead } from '@repere/contract';
import { vActDone } from '@repere/contract/cases/page/case-file';
import { Api, type Answered, type Sending } from '../../platform/api';
import { pathOfCase } from '../../platform/api-path';

/** Who leads a case from now on. */
@Injectable({ providedIn: 'root' })
export class LeadClient {
  private readonly api = inject(Api);

  proposeLead(caseFileId: string, proposal: ProposeLead, sending: Sending): Promise<Answered<void>> {
    return this.api.post(pathOfCase(caseFileId, 'lead-proposals'), proposal, null, sending);
  }

  acceptLead(caseFileId: string, id: string, sending: Sending): Promise<Answered<void>> {
    return this.api.put(
      pathOfCase(caseFileId, `lead-proposals/accepted/${encodeURIComponent(id)}`),
      undefined,
      null,
      sending,
    );
  }

  refuseLead(caseFileId: string, id: string, refusal: RefuseLead, sending: Sending): Promise<Answered<void>> {
    return this.api.post(
      pathOfCase(caseFileId, `lead-proposals/${encodeURIComponent(id)}/refusal`),
      refusal,
      null,
      sending,
    );
  }

  closeProposal(caseFileId: string, id: string, sending: Sending): Promise<Answered<void>> {
    return this.api.put(
      pathOfCase(caseFileId, `lead-proposals/closed/${encodeURIComponent(id)}`),
      undefined,
      null,
      sending,
    );
  }

  nameAtOnce(caseFileId: string, named: NameLead, sending: Sending): Promise<Answered<ActDone>> {
    return this.api.put(pathOfCase(caseFileId, 'lead'), named, vActDone, sending);
  }
}
