import { Injectable, inject } from '@angular/core';
import type { AskSecondOpinion, CaseAccess, RestrictCase } from '@repere/contract';
import type { GivenRelation } from '@repere/cases';
import { vActDone } from '@repere/contract/cases/page/case-file';
import { vCaseAccess } from '@repere/contract/cases/grants/case-access';
import { Api, type Answered, type Sending } from '../../platform/api';
import { pathOfCase } from '../../platform/api-path';

/** Who may see a case, and why. */
@Injectable({ providedIn: 'root' })
export class CaseAccessClient {
  private readonly api = inject(Api);

  readAccess(caseFileId: string): Promise<Answered<CaseAccess>> {
    return this.api.get(pathOfCase(caseFileId, 'access'), vCaseAccess);
  }

  askOpinion(caseFileId: string, asked: AskSecondOpinion, sending: Sending): Promise<Answered<unknown>> {
    return this.api.post(pathOfCase(caseFileId, 'second-opinions'), asked, vActDone, sending);
  }

  giveOpinion(caseFileId: string, opinion: string, sending: Sending): Promise<Answered<unknown>> {
    return this.api.post(pathOfCase(caseFileId, 'opinions'), { opinion }, vActDone, sending);
  }

  endGrant(
    caseFileId: string,
    accountId: string,
    relation: GivenRelation,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.delete(
      pathOfCase(caseFileId, `grants/${encodeURIComponent(accountId)}/${relation}`),
      null,
      sending,
    );
  }

  restrict(caseFileId: string, circle: RestrictCase, sending: Sending): Promise<Answered<void>> {
    return this.api.put(pathOfCase(caseFileId, 'restriction'), circle, null, sending);
  }

  unrestrict(caseFileId: string, sending: Sending): Promise<Answered<void>> {
    return this.api.delete(pathOfCase(caseFileId, 'restriction'), null, sending);
  }

  declareConflict(caseFileId: string, words: string, sending: Sending): Promise<Answered<void>> {
    return this.api.post(pathOfCase(caseFileId, 'conflicts'), { words }, null, sending);
  }

  liftConflict(caseFileId: string, accountId: string, sending: Sending): Promise<Answered<void>> {
    return this.api.delete(
      pathOfCase(caseFileId, `conflicts/${encodeURIComponent(accountId)}`),
      null,
      sending,
    );
  }
}
