import { Injectable, inject } from '@angular/core';
import type {
  AskSecondOpinion,
  CaseAccess,
  CaseColleague,
  GivenTie,
  Page,
  RestrictCase,
} from '@repere/cases';
import { Api, has, isPage, type Answered, type Sending } from '../../platform/api';

/** Who may see a case, and why. */
@Injectable({ providedIn: 'root' })
export class CaseAccessClient {
  private readonly api = inject(Api);

  show(caseFileId: string): Promise<Answered<CaseAccess>> {
    return this.api.get(of(caseFileId, 'access'), (body) => has(body, 'reader', 'people', 'may'));
  }

  colleagues(caseFileId: string): Promise<Answered<Pick<Page<CaseColleague>, 'items'>>> {
    return this.api.get(of(caseFileId, 'colleagues'), isPage);
  }

  askOpinion(caseFileId: string, asked: AskSecondOpinion, sending: Sending): Promise<Answered<unknown>> {
    return this.api.post(of(caseFileId, 'second-opinions'), asked, () => true, sending);
  }

  giveOpinion(caseFileId: string, opinion: string, sending: Sending): Promise<Answered<unknown>> {
    return this.api.post(of(caseFileId, 'opinions'), { opinion }, () => true, sending);
  }

  endTie(
    caseFileId: string,
    accountId: string,
    relation: GivenTie,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.delete(of(caseFileId, `ties/${encodeURIComponent(accountId)}/${relation}`), sending);
  }

  restrict(caseFileId: string, circle: RestrictCase, sending: Sending): Promise<Answered<unknown>> {
    return this.api.put(of(caseFileId, 'restriction'), circle, () => true, sending);
  }

  unrestrict(caseFileId: string, sending: Sending): Promise<Answered<void>> {
    return this.api.delete(of(caseFileId, 'restriction'), sending);
  }

  declareConflict(caseFileId: string, words: string, sending: Sending): Promise<Answered<unknown>> {
    return this.api.post(of(caseFileId, 'conflicts'), { words }, () => true, sending);
  }

  liftConflict(caseFileId: string, accountId: string, sending: Sending): Promise<Answered<void>> {
    return this.api.delete(of(caseFileId, `conflicts/${encodeURIComponent(accountId)}`), sending);
  }
}

const of = (caseFileId: string, what: string): string =>
  `/case-files/${encodeURIComponent(caseFileId)}/${what}`;
