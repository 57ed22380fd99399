import { Injectable, inject } from '@angular/core';
import type {
  FactorAdded,
  Factors,
  PasskeyAssertion,
  PasskeyAttestation,
  PasskeyOptions,
  RecoveryCodes,
  SecondStepDue,
  Session,
  StepProof,
  StepUp,
  StepUpAsked,
  TotpToConfirm,
} from '@repere/contract';
import {
  vFactorAdded,
  vFactors,
  vRecoveryCodes,
  vTotpToConfirm,
} from '@repere/contract/access/factors/factors';
import {
  vPasskeyOptions,
  vSecondStepDue,
  vStepUpAsked,
} from '@repere/contract/access/factors/second-step/proofs';
import { vSession } from '@repere/contract/access/sign-in/session';
import { Api, type Answered } from '../../platform/api';

/** What one signs in with beside the password. */
@Injectable({ providedIn: 'root' })
export class FactorsClient {
  private readonly api = inject(Api);

  finishSignIn(proof: StepProof): Promise<Answered<Session>> {
    return this.api.post('/session/second-step', proof, vSession);
  }

  /** What is due in this browser, for somebody who comes back from a provider. */
  secondStepDue(): Promise<Answered<SecondStepDue>> {
    return this.api.get('/session/second-step', vSecondStepDue);
  }

  askSecondPasskey(): Promise<Answered<PasskeyOptions>> {
    return this.api.get('/session/second-step/passkey', vPasskeyOptions);
  }

  askAnyPasskey(): Promise<Answered<PasskeyOptions>> {
    return this.api.get('/session/passkey', vPasskeyOptions);
  }

  signInWithPasskey(passkey: PasskeyAssertion): Promise<Answered<Session>> {
    return this.api.post('/session/passkey', passkey, vSession);
  }

  stepUpAsks(): Promise<Answered<StepUpAsked>> {
    return this.api.get('/session/step-up', vStepUpAsked);
  }

  askStepUpPasskey(): Promise<Answered<PasskeyOptions>> {
    return this.api.get('/session/step-up/passkey', vPasskeyOptions);
  }

  stepUp(shown: StepUp): Promise<Answered<Session>> {
    return this.api.post('/session/step-up', shown, vSession);
  }

  readFactors(): Promise<Answered<Factors>> {
    return this.api.get('/factors', vFactors);
  }

  beginTotp(): Promise<Answered<TotpToConfirm>> {
    return this.api.post('/factors/totp', undefined, vTotpToConfirm);
  }

  confirmTotp(code: string): Promise<Answered<FactorAdded>> {
    return this.api.post('/factors/totp/confirm', { code }, vFactorAdded);
  }

  removeTotp(): Promise<Answered<void>> {
    return this.api.delete('/factors/totp', null);
  }

  askNewPasskey(): Promise<Answered<PasskeyOptions>> {
    return this.api.get('/factors/passkeys/new', vPasskeyOptions);
  }

  addPasskey(name: string, passkey: PasskeyAttestation): Promise<Answered<FactorAdded>> {
    return this.api.post('/factors/passkeys', { name, passkey }, vFactorAdded);
  }

  renamePasskey(id: string, name: string): Promise<Answered<void>> {
    return this.api.put(`/factors/passkeys/${id}`, { name }, null);
  }

  removePasskey(id: string): Promise<Answered<void>> {
    return this.api.delete(`/factors/passkeys/${id}`, null);
  }

  renewCodes(): Promise<Answered<RecoveryCodes>> {
    return this.api.put('/factors/recovery-codes', undefined, vRecoveryCodes);
  }
}
