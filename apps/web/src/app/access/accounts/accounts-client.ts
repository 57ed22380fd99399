import { Injectable, inject } from '@angular/core';
import type { LinkState } from '@repere/contract';
import { vLinkState } from '@repere/contract/access/accounts/links/account-links';
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

  checkLink(token: string): Promise<Answered<LinkState>> {
    return this.api.post('/account-links/check', { token }, vLinkState);
  }

  redeemLink(token: string, password: string): Promise<Answered<void>> {
    return this.api.post('/account-links/redeem', { token, password }, null);
  }
}
