import { Injectable, inject } from '@angular/core';
import type { LinkLook } from '@repere/cases';
import { Api, has, type Answered } from '../../platform/api';

/** Passwords: one's own, and by links from mails. */
@Injectable({ providedIn: 'root' })
export class AccountsClient {
  private readonly api = inject(Api);

  changePassword(current: string, next: string): Promise<Answered<null>> {
    return this.api.put('/account/password', { current, next }, nothing);
  }

  askReset(login: string): Promise<Answered<null>> {
    return this.api.post('/password-resets', { login }, nothing);
  }

  lookAtLink(token: string): Promise<Answered<LinkLook>> {
    return this.api.post('/account-links/look', { token }, (body) => has(body, 'kind', 'login', 'name'));
  }

  redeemLink(token: string, password: string): Promise<Answered<null>> {
    return this.api.post('/account-links/redeem', { token, password }, nothing);
  }
}

const nothing = (): boolean => true;
