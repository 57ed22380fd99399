import { Injectable, inject } from '@angular/core';
import type { ChangePrepared, KeptPrepared, PrepareReferral, ResumedReferral } from '@repere/contract';
import { vKeptPrepared, vResumedReferral } from '@repere/contract/referrals/prepared/prepared';
import { Api, type Answered, type Sending } from '../../platform/api';

/** Referrals that are composed and not sent. */
@Injectable({ providedIn: 'root' })
export class PreparedClient {
  private readonly api = inject(Api);

  resume(caseFileId: string, id: string): Promise<Answered<ResumedReferral>> {
    return this.api.get(pathOf(caseFileId, id), vResumedReferral);
  }

  prepare(caseFileId: string, referral: PrepareReferral, sending: Sending): Promise<Answered<KeptPrepared>> {
    const path = `/case-files/${encodeURIComponent(caseFileId)}/prepared-referrals` as const;
    return this.api.post(path, referral, vKeptPrepared, sending);
  }

  /** Over the version that was seen. */
  changePrepared(
    caseFileId: string,
    id: string,
    referral: ChangePrepared,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.put(pathOf(caseFileId, id), referral, null, sending);
  }

  drop(caseFileId: string, id: string, version: number, sending: Sending): Promise<Answered<void>> {
    return this.api.put(`${pathOf(caseFileId, id)}/dropped`, { version }, null, sending);
  }
}

const pathOf = (caseFileId: string, id: string) =>
  `/case-files/${encodeURIComponent(caseFileId)}/prepared-referrals/${encodeURIComponent(id)}` as const;
