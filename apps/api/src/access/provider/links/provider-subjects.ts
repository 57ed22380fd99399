import { Injectable } from '@nestjs/common';
import { Secrecy } from '../../../platform/secrecy/secrecy';

/** Somebody at a provider, as we keep them: by a keyed hash of (issuer, sub). */
export interface ProviderSubject {
  readonly issuer: string;
  readonly token: Buffer;
}

/** Names of people and sessions at providers, kept so that nobody reads them. Every call is in a unit of work. */
@Injectable()
export class ProviderSubjects {
  constructor(private readonly secrecy: Secrecy) {}

  async hide(issuer: string, subject: string): Promise<ProviderSubject> {
    return {
      issuer,
      token: await this.secrecy.lastingToken('provider-subject', JSON.stringify([issuer, subject])),
    };
  }

  /** Keyed hash of (issuer, sid). */
  sessionToken(issuer: string, sessionId: string): Promise<Buffer> {
    return this.secrecy.lastingToken('provider-session', JSON.stringify([issuer, sessionId]));
  }
}
