import { Injectable, inject } from '@angular/core';
import type { ProviderLink } from '@repere/cases';
import { Api, has, isPage, type Answered } from '../../platform/api';

const goesSomewhere = (body: unknown) => has(body, 'goTo');

/** Providers that one may sign in with, and one's own identities there. */
@Injectable({ providedIn: 'root' })
export class ProviderClient {
  private readonly api = inject(Api);

  /** Where the browser goes to sign in there. `invitation`: the token of an administrator's link. */
  signIn(provider: string, invitation?: string): Promise<Answered<{ readonly goTo: string }>> {
    return this.api.post(
      `/provider-sign-in/${provider}`,
      invitation === undefined ? {} : { invitation },
      goesSomewhere,
    );
  }

  links(): Promise<Answered<{ readonly items: readonly ProviderLink[] }>> {
    return this.api.get('/provider-links', isPage);
  }

  /** Where the browser goes to be linked. */
  link(provider: string): Promise<Answered<{ readonly goTo: string }>> {
    return this.api.post('/provider-links', { provider }, goesSomewhere);
  }

  /** Links whoever came back. */
  confirm(provider: string): Promise<Answered<{ readonly items: readonly ProviderLink[] }>> {
    return this.api.put(`/provider-links/${provider}`, undefined, isPage);
  }

  unlink(provider: string): Promise<Answered<void>> {
    return this.api.delete(`/provider-links/${provider}`);
  }
}
