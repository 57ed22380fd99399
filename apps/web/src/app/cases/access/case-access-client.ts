import { Injectable, inject } from '@angular/core';
import type { AskSecondOpinion, CaseAccess, CaseColleague, Page, RestrictCase } from '@repere/contract';
import type { GivenRelation } from '@repere/cases';
import { vActDone } from '@repere/contract/cases/page/case-file';
import { vCaseAccess, vCaseColleagues } from '@repere/contract/cases/grants/case-access';
import { Api, type Answered, type Sending } from '../../platform/api';

/** Who may see a case, and why. */
@Injectable({ providedIn: 'root' })
export class CaseAccessClient {
  private readonly api = inject(Api);

  show(caseFileId: string): Promise<Answered<CaseAccess>> {
    return this.api.get(of(caseFileId, 'access'), vCaseAccess);
  }

  colleagues(caseFileId: string): Promise<Answered<Pick<Page<CaseColleague>, 'items'>>> {
    return this.api.get(of(caseFileId, 'colleagues'), vCaseColleagues);
  }

  askOpinion(caseFileId: string, asked: AskSecondOpinion, sending: Sending): Promise<Answered<unknown>> {
    return this.api.post(of(caseFileId, 'second-opinions'), asked, vActDone, sending);
  }

  giveOpinion(caseFileId: string, opinion: string, sending: Sending): Promise<Answered<unknown>> {
    return this.api.post(of(caseFileId, 'opinions'), { opinion }, vActDone, sending);
  }

  endGrant(
    caseFileId: string,
    accountId: string,
    relation: GivenRelation,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.delete(
      of(caseFileId, `grants/${encodeURIComponent(accountId)}/${relation}`),
      null,
      sending,
    );
  }

  restrict(caseFileId: string, circle: RestrictCase, sending: Sending): Promise<Answered<void>> {
    return this.api.put(of(caseFileId, 'restriction'), circle, null, sending);
  }

  unrestrict(caseFileId: string, sending: Sending): Promise<Answered<void>> {
    return this.api.delete(of(caseFileId, 'restriction'), null, sending);
  }

  declareConflict(caseFileId: string, words: string, sending: Sending): Promise<Answered<void>> {
    return this.api.post(of(caseFileId, 'conflicts'), { words }, null, sending);
  }

  liftConflict(caseFileId: string, accountId: string, sending: Sending): Promise<Answered<void>> {
    return this.api.delete(of(caseFileId, `conflicts/${encodeURIComponent(accountId)}`), null, sending);
  }
}

const of = <const What extends string>(caseFileId: string, what: What) =>
  `/case-files/${encodeURIComponent(caseFileId)}/${what}` as const;
