import { Injectable, inject } from '@angular/core';
import type {
  About,
  EndedSessions,
  OwnSessions,
  SecondStepDue,
  Session,
  SessionTimes,
  SignIn,
} from '@repere/cases';
import type { LanguageCode } from '@repere/ui';
import { Api, has, type Answered } from '../platform/api';

const isSession = (body: unknown) => has(body, 'account', 'until');

/** Who one is, and what anyone may know before signing in. */
@Injectable({ providedIn: 'root' })
export class AccessClient {
  private readonly api = inject(Api);

  about(): Promise<Answered<About>> {
    return this.api.get('/about', (body) => has(body, 'space', 'demoAccounts'));
  }

  session(): Promise<Answered<Session>> {
    return this.api.get('/session', isSession);
  }

  /** The session, or the second step that is due. */
  signIn(signIn: SignIn): Promise<Answered<Session | SecondStepDue>> {
    return this.api.post('/session', signIn, (body) => isSession(body) || has(body, 'means', 'until'));
  }

  signOut(): Promise<Answered<void>> {
    return this.api.delete('/session');
  }

  /** Somebody is there: the session lives on. */
  touch(): Promise<Answered<SessionTimes>> {
    return this.api.put('/session/activity', undefined, (body) => has(body, 'now', 'idleUntil', 'until'));
  }

  /** Ends the session of this page on the server; the page stays. */
  lock(id: string): Promise<Answered<void>> {
    return this.api.post('/session/lock', { id }, () => true);
  }

  sessions(): Promise<Answered<OwnSessions>> {
    return this.api.get('/sessions', (body) => has(body, 'now', 'items'));
  }

  endSession(id: string): Promise<Answered<void>> {
    return this.api.post('/sessions/end', { id }, () => true);
  }

  endOtherSessions(): Promise<Answered<EndedSessions>> {
    return this.api.post('/sessions/end-others', undefined, (body) => has(body, 'ended'));
  }

  chooseLanguage(language: LanguageCode): Promise<Answered<Session>> {
    return this.api.put('/session/language', { language }, isSession);
  }
}
