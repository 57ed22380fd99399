import { Injectable, inject } from '@angular/core';
import type {
  AccessRequest,
  AccessRequestPage,
  CasePrivacy,
  DueCases,
  Erasure,
  ErasurePage,
  HandOver,
  HoldCase,
  LegalHoldPage,
  MakeAccessRequest,
  ProposeErasure,
  ProposePeriod,
  RecordSharing,
  RetentionRules,
  Review,
} from '@repere/contract';
import { vAccessRequest, vAccessRequestPage } from '@repere/contract/privacy/access-requests/access-requests';
import { vCasePrivacy } from '@repere/contract/privacy/case-privacy/case-privacy';
import { vDueCases, vMade, vRetentionRules } from '@repere/contract/privacy/retention/retention';
import { vErasure, vErasurePage } from '@repere/contract/privacy/erasure/erasures';
import { vLegalHoldPage } from '@repere/contract/privacy/holds/holds';
import { Api, type Answered, type Sending } from '../platform/api';
import { hrefOf } from '../platform/api-path';

const at = <const Path extends string>(path: Path, id: string) =>
  `${path}/${encodeURIComponent(id)}` as const;

/** Privacy as work: how long, held or erased, what was shared, and what a person is handed about themselves. */
@Injectable({ providedIn: 'root' })
export class PrivacyClient {
  private readonly api = inject(Api);

  ofCase(caseFileId: string): Promise<Answered<CasePrivacy>> {
    return this.api.get(`${at('/case-files', caseFileId)}/privacy`, vCasePrivacy);
  }

  recordSharing(
    caseFileId: string,
    sharing: RecordSharing,
    sending: Sending,
  ): Promise<Answered<{ readonly id: string }>> {
    return this.api.post(`${at('/case-files', caseFileId)}/sharing`, sharing, vMade, sending);
  }

  hold(caseFileId: string, hold: HoldCase, sending: Sending): Promise<Answered<{ readonly id: string }>> {
    return this.api.post(`${at('/case-files', caseFileId)}/holds`, hold, vMade, sending);
  }

  lift(caseFileId: string, hold: string, reason: string, sending: Sending): Promise<Answered<void>> {
    return this.api.post(
      `${at(`${at('/case-files', caseFileId)}/holds`, hold)}/lift`,
      { reason },
      null,
      sending,
    );
  }

  proposeErasure(caseFileId: string, proposal: ProposeErasure, sending: Sending): Promise<Answered<Erasure>> {
    return this.api.post(`${at('/case-files', caseFileId)}/erasure`, proposal, vErasure, sending);
  }

  /** Erases the case, for good. */
  approveErasure({ id, hash }: Erasure, sending: Sending): Promise<Answered<Erasure>> {
    return this.api.post(`${at('/erasures', id)}/approve`, { hash }, vErasure, sending);
  }

  /** Withdraws one’s own proposal, refuses another’s. */
  settleErasure({ id }: Erasure, sending: Sending): Promise<Answered<void>> {
    return this.api.post(`${at('/erasures', id)}/settle`, undefined, null, sending);
  }

  erasures(cursor?: string): Promise<Answered<ErasurePage>> {
    return this.api.get('/erasures', vErasurePage, { cursor });
  }

  due(cursor?: string): Promise<Answered<DueCases>> {
    return this.api.get('/retention/due', vDueCases, { cursor });
  }

  holds(cursor?: string): Promise<Answered<LegalHoldPage>> {
    return this.api.get('/legal-holds', vLegalHoldPage, { cursor });
  }

  requests(cursor?: string): Promise<Answered<AccessRequestPage>> {
    return this.api.get('/access-requests', vAccessRequestPage, { cursor });
  }

  rules(): Promise<Answered<RetentionRules>> {
    return this.api.get('/retention/rules', vRetentionRules);
  }

  decide(
    rule: string,
    decision: ProposePeriod,
    sending: Sending,
  ): Promise<Answered<{ readonly id: string }>> {
    return this.api.post(`${at('/retention/rules', rule)}/decisions`, decision, vMade, sending);
  }

  settleDecision(id: string, outcome: 'agreed' | 'refused', sending: Sending): Promise<Answered<void>> {
    return this.api.post(`${at('/retention/decisions', id)}/settle`, { outcome }, null, sending);
  }

  makeRequest(request: MakeAccessRequest, sending: Sending): Promise<Answered<AccessRequest>> {
    return this.api.post('/access-requests', request, vAccessRequest, sending);
  }

  request(id: string): Promise<Answered<AccessRequest>> {
    return this.api.get(at('/access-requests', id), vAccessRequest);
  }

  review(id: string, review: Review, sending: Sending): Promise<Answered<AccessRequest>> {
    return this.api.put(`${at('/access-requests', id)}/review`, review, vAccessRequest, sending);
  }

  handOver(id: string, to: HandOver, sending: Sending): Promise<Answered<AccessRequest>> {
    return this.api.post(`${at('/access-requests', id)}/hand-over`, to, vAccessRequest, sending);
  }

  refuseRequest(id: string, why: string, sending: Sending): Promise<Answered<AccessRequest>> {
    return this.api.post(`${at('/access-requests', id)}/refuse`, { why }, vAccessRequest, sending);
  }

  /** Where the browser takes files from. */
  certificateOf(erasureId: string): string {
    return hrefOf(`${at('/erasures', erasureId)}/certificate`);
  }

  packageOf(requestId: string): string {
    return hrefOf(`${at('/access-requests', requestId)}/package`);
  }
}
