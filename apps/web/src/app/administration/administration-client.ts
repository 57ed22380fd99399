import { Injectable, inject } from '@angular/core';
import type { AccountRole } from '@repere/access';
import type {
  AccountChange,
  AccountDetail,
  AccountState,
  AccountSummary,
  DemoMail,
  NewAccount,
  Page,
  RightsDue,
  ServiceKind,
  TeamSummary,
} from '@repere/cases';
import { Api, has, isPage, type Answered, type Sending } from '../platform/api';

/** A link that invites by a provider, shown this once. */
export interface ProviderLinkMade {
  readonly link: string;
  readonly until: string;
}

interface Items<T> {
  readonly items: readonly T[];
}

const isAccount = (body: unknown): boolean => has(body, 'id', 'roles', 'teams', 'state', 'changes', 'held');

/** Accounts, teams and rights, for who administers them. */
@Injectable({ providedIn: 'root' })
export class AdministrationClient {
  private readonly api = inject(Api);

  accounts(q: string, state: AccountState | null, cursor?: string): Promise<Answered<Page<AccountSummary>>> {
    const asked = new URLSearchParams({
      ...(q && { q }),
      ...(state && { state }),
      ...(cursor && { cursor }),
    });
    return this.api.get(`/accounts${asked.size ? `?${asked}` : ''}`, isPage);
  }

  account(id: string): Promise<Answered<AccountDetail>> {
    return this.api.get(`/accounts/${id}`, isAccount);
  }

  invite(account: NewAccount, sending: Sending): Promise<Answered<AccountDetail>> {
    return this.api.post('/accounts', account, isAccount, sending);
  }

  inviteAgain(accountId: string): Promise<Answered<AccountDetail>> {
    return this.api.post('/invitations', { accountId }, isAccount);
  }

  /** The link is in the answer, and nowhere else. */
  inviteByProvider(accountId: string, provider: string): Promise<Answered<ProviderLinkMade>> {
    return this.api.post('/provider-invitations', { accountId, provider }, (body) =>
      has(body, 'link', 'until'),
    );
  }

  withdrawProviderInvitation(id: string): Promise<Answered<void>> {
    return this.api.delete(`/provider-invitations/${id}`);
  }

  changeRoles(
    id: string,
    change: {
      readonly roles: readonly AccountRole[];
      readonly was: readonly AccountRole[];
      readonly reason?: string;
    },
  ): Promise<Answered<AccountDetail>> {
    return this.api.put(`/accounts/${id}/roles`, change, isAccount);
  }

  changeTeams(
    id: string,
    change: { readonly teamIds: readonly string[]; readonly was: readonly string[] },
  ): Promise<Answered<AccountDetail>> {
    return this.api.put(`/accounts/${id}/teams`, change, isAccount);
  }

  changeDates(
    id: string,
    dates: { readonly startsOn: string | null; readonly endsOn: string | null },
  ): Promise<Answered<AccountDetail>> {
    return this.api.put(`/accounts/${id}/dates`, dates, isAccount);
  }

  changeEmail(
    id: string,
    change: { readonly email: string; readonly reason?: string },
  ): Promise<Answered<AccountDetail>> {
    return this.api.put(`/accounts/${id}/email`, change, isAccount);
  }

  act(
    id: string,
    act: 'disable' | 'enable' | 'reset-factors',
    reason: string,
  ): Promise<Answered<AccountDetail>> {
    return this.api.post(`/accounts/${id}/${act}`, { reason }, isAccount);
  }

  changes(): Promise<Answered<Items<AccountChange>>> {
    return this.api.get('/account-changes', isPage);
  }

  decide(id: string, decision: 'approve' | 'refuse'): Promise<Answered<null>> {
    return this.api.post(`/account-changes/${id}/decision`, { decision }, () => true);
  }

  teams(): Promise<Answered<Items<TeamSummary>>> {
    return this.api.get('/teams', isPage);
  }

  createTeam(
    team: { readonly name: string; readonly territory: string; readonly kind: ServiceKind },
    sending: Sending,
  ): Promise<Answered<Items<TeamSummary>>> {
    return this.api.post('/teams', team, isPage, sending);
  }

  changeTeam(id: string, name: string, kind: ServiceKind): Promise<Answered<Items<TeamSummary>>> {
    return this.api.put(`/teams/${id}`, { name, kind }, isPage);
  }

  rightsDue(): Promise<Answered<Items<RightsDue>>> {
    return this.api.get('/rights-reviews', isPage);
  }

  review(
    { accountId, roles, teams }: RightsDue,
    verdict: 'confirmed' | 'withdrawn',
  ): Promise<Answered<null>> {
    const teamIds = teams.map(({ id }) => id);
    return this.api.post(`/rights-reviews/${accountId}`, { verdict, roles, teamIds }, () => true);
  }

  demoMails(): Promise<Answered<Items<DemoMail>>> {
    return this.api.get('/demo-mails', isPage);
  }
}
