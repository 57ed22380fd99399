import { Injectable, inject } from '@angular/core';
import type {
  About,
  EndedSessions,
  OwnSessions,
  SecondStepDue,
  Session,
  SessionTimes,
  SignIn,
} from '@repere/contract';
import type { LanguageCode } from '@repere/ui';
import { vAbout } from '@repere/contract/access/about';
import { vEndedSessions, vOwnSessions, vSessionTimes } from '@repere/contract/access/sessions/sessions';
import { vSecondStepDue } from '@repere/contract/access/factors/second-step/proofs';
import { vSession } from '@repere/contract/access/sign-in/session';
import * as v from 'valibot';
import { Api, type Answered } from '../platform/api';

/** Who one is, and what anyone may know before signing in. */
@Injectable({ providedIn: 'root' })
export class AccessClient {
  private readonly api = inject(Api);

  readAbout(): Promise<Answered<About>> {
    return this.api.get('/about', vAbout);
  }

  session(): Promise<Answered<Session>> {
    return this.api.get('/session', vSession);
  }

  /** The session, or the second step that is due. */
  signIn(signIn: SignIn): Promise<Answered<Session | SecondStepDue>> {
    return this.api.post('/session', signIn, v.union([vSession, vSecondStepDue]));
  }

  signOut(): Promise<Answered<void>> {
    return this.api.delete('/session', null);
  }

  /** Somebody is there: the session lives on. */
  touch(): Promise<Answered<SessionTimes>> {
    return this.api.put('/session/activity', undefined, vSessionTimes);
  }

  /** Ends the session of this page on the server; the page stays. */
  lock(id: string): Promise<Answered<void>> {
    return this.api.post('/session/lock', { id }, null);
  }

  sessions(): Promise<Answered<OwnSessions>> {
    return this.api.get('/sessions', vOwnSessions);
  }

  endSession(id: string): Promise<Answered<void>> {
    return this.api.post('/sessions/end', { id }, null);
  }

  endOtherSessions(): Promise<Answered<EndedSessions>> {
    return this.api.post('/sessions/end-others', undefined, vEndedSessions);
  }

  chooseLanguage(language: LanguageCode): Promise<Answered<Session>> {
    return this.api.put('/session/language', { language }, vSession);
  }
}
