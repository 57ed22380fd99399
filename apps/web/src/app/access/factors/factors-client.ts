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
} from '@repere/cases';
import { Api, has, type Answered } from '../../platform/api';

const isSession = (body: unknown) => has(body, 'account', 'until');
const isAsked = (body: unknown) => has(body, 'options');
const isAdded = (body: unknown) => has(body, 'recoveryCodes');

/** What one signs in with beside the password. */
@Injectable({ providedIn: 'root' })
export class FactorsClient {
  private readonly api = inject(Api);

  finishSignIn(proof: StepProof): Promise<Answered<Session>> {
    return this.api.post('/session/second-step', proof, isSession);
  }

  /** What is due in this browser, for somebody who comes back from a provider. */
  secondStepDue(): Promise<Answered<SecondStepDue>> {
    return this.api.get('/session/second-step', (body) => has(body, 'means', 'until'));
  }

  askSecondPasskey(): Promise<Answered<PasskeyOptions>> {
    return this.api.get('/session/second-step/passkey', isAsked);
  }

  askAnyPasskey(): Promise<Answered<PasskeyOptions>> {
    return this.api.get('/session/passkey', isAsked);
  }

  signInWithPasskey(passkey: PasskeyAssertion): Promise<Answered<Session>> {
    return this.api.post('/session/passkey', passkey, isSession);
  }

  stepUpAsks(): Promise<Answered<StepUpAsked>> {
    return this.api.get('/session/step-up', (body) => has(body, 'means'));
  }

  askStepUpPasskey(): Promise<Answered<PasskeyOptions>> {
    return this.api.get('/session/step-up/passkey', isAsked);
  }

  stepUp(shown: StepUp): Promise<Answered<Session>> {
    return this.api.post('/session/step-up', shown, isSession);
  }

  read(): Promise<Answered<Factors>> {
    return this.api.get('/factors', (body) => has(body, 'totp', 'passkeys', 'recovery'));
  }

  beginTotp(): Promise<Answered<TotpToConfirm>> {
    return this.api.post('/factors/totp', undefined, (body) => has(body, 'secret', 'uri'));
  }

  confirmTotp(code: string): Promise<Answered<FactorAdded>> {
    return this.api.post('/factors/totp/confirm', { code }, isAdded);
  }

  removeTotp(): Promise<Answered<void>> {
    return this.api.delete('/factors/totp');
  }

  askNewPasskey(): Promise<Answered<PasskeyOptions>> {
    return this.api.get('/factors/passkeys/new', isAsked);
  }

  addPasskey(name: string, passkey: PasskeyAttestation): Promise<Answered<FactorAdded>> {
    return this.api.post('/factors/passkeys', { name, passkey }, isAdded);
  }

  renamePasskey(id: string, name: string): Promise<Answered<void>> {
    return this.api.put(`/factors/passkeys/${id}`, { name }, () => true);
  }

  removePasskey(id: string): Promise<Answered<void>> {
    return this.api.delete(`/factors/passkeys/${id}`);
  }

  renewCodes(): Promise<Answered<RecoveryCodes>> {
    return this.api.put('/factors/recovery-codes', undefined, (body) => has(body, 'codes'));
  }
}
