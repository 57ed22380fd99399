import { Injectable, inject } from '@angular/core';
import type { ProviderLink } from '@repere/contract';
import { vGoToProvider } from '@repere/contract/access/provider/flow/provider-sign-in';
import { vProviderLinks } from '@repere/contract/access/provider/links/provider-links';
import { Api, type Answered } from '../../platform/api';

/** Providers that one may sign in with, and one's own identities there. */
@Injectable({ providedIn: 'root' })
export class ProviderClient {
  private readonly api = inject(Api);

  /** Where the browser goes to sign in there. `invitation`: the token of an administrator's link. */
  signIn(provider: string, invitation?: string): Promise<Answered<{ readonly goTo: string }>> {
    return this.api.post(
      `/provider-sign-in/${provider}`,
      invitation === undefined ? {} : { invitation },
      vGoToProvider,
    );
  }

  links(): Promise<Answered<{ readonly items: readonly ProviderLink[] }>> {
    return this.api.get('/provider-links', vProviderLinks);
  }

  /** Where the browser goes to be linked. */
  link(provider: string): Promise<Answered<{ readonly goTo: string }>> {
    return this.api.post('/provider-links', { provider }, vGoToProvider);
  }

  /** Links whoever came back. */
  confirm(provider: string): Promise<Answered<{ readonly items: readonly ProviderLink[] }>> {
    return this.api.put(`/provider-links/${provider}`, undefined, vProviderLinks);
  }

  unlink(provider: string): Promise<Answered<void>> {
    return this.api.delete(`/provider-links/${provider}`, null);
  }
}
