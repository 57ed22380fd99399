import { Injectable, inject } from '@angular/core';
import type {
  CheckedCertificate,
  ImportCertificate,
  ImportedCertificate,
  IssueCertificate,
  OwnTraining,
  TrainingMatrix,
  WithdrawCertificate,
} from '@repere/contract';
import {
  vCheckedCertificate,
  vImportedCertificate,
} from '@repere/contract/training/certificates/certificates';
import { vOwnTraining, vTrainingMatrix } from '@repere/contract/training/certificates/progress';
import { Api, type Answered, type Sending } from '../platform/api';
import { hrefOf } from '../platform/api-path';

/** Certificates: issued in a training space, taken in and followed in the live one. */
@Injectable({ providedIn: 'root' })
export class CertificatesClient {
  private readonly api = inject(Api);

  issue(learnerId: string, certificate: IssueCertificate): Promise<Answered<void>> {
    return this.api.put(`/training/class/learners/${learnerId}/certificate`, certificate, null);
  }

  fileHref(learnerId: string): string {
    return hrefOf(`/training/class/learners/${learnerId}/certificate/file`);
  }

  paperHref(learnerId: string): string {
    return hrefOf(`/training/class/learners/${learnerId}/certificate/pdf`);
  }

  matrix(): Promise<Answered<TrainingMatrix>> {
    return this.api.get('/training/certificates', vTrainingMatrix);
  }

  own(): Promise<Answered<OwnTraining>> {
    return this.api.get('/training/certificates/own', vOwnTraining);
  }

  check(file: string): Promise<Answered<CheckedCertificate>> {
    return this.api.post('/training/certificates/check', { file }, vCheckedCertificate);
  }

  importFile(certificate: ImportCertificate, sending: Sending): Promise<Answered<ImportedCertificate>> {
    return this.api.post('/training/certificates', certificate, vImportedCertificate, sending);
  }

  withdraw(id: string, why: WithdrawCertificate['why']): Promise<Answered<void>> {
    return this.api.post(`/training/certificates/${id}/withdraw`, { why }, null);
  }
}
