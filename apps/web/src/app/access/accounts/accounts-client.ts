import { Injectable, inject } from '@angular/core';
import type { LinkLook } from '@repere/contract';
import { vLinkLook } from '@repere/contract/access/accounts/links/account-links';
import { Api, type Answered } from '../../platform/api';

/** Passwords: one's own, and by links from mails. */
@Injectable({ providedIn: 'root' })
export class AccountsClient {
  private readonly api = inject(Api);

  changePassword(current: string, next: string): Promise<Answered<void>> {
    return this.api.put('/account/password', { current, next }, null);
  }

  askReset(login: string): Promise<Answered<void>> {
    return this.api.post('/password-resets', { login }, null);
  }

  lookAtLink(token: string): Promise<Answered<LinkLook>> {
    return this.api.post('/account-links/look', { token }, vLinkLook);
  }

  redeemLink(token: string, password: string): Promise<Answered<void>> {
    return this.api.post('/account-links/redeem', { token, password }, null);
  }
}
