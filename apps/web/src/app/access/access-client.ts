import { Injectable, inject } from '@angular/core';
import type { About, Session, SignIn } from '@repere/cases';
import type { LanguageCode } from '@repere/ui';
import { Api, has, type Answered } from '../shell/api';

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

  signIn(signIn: SignIn): Promise<Answered<Session>> {
    return this.api.post('/session', signIn, isSession);
  }

  signOut(): Promise<Answered<void>> {
    return this.api.delete('/session');
  }

  chooseLanguage(language: LanguageCode): Promise<Answered<Session>> {
    return this.api.put('/session/language', { language }, isSession);
  }
}
