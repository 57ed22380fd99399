import { Injectable, inject } from '@angular/core';
import type {
  AccountChange,
  AccountDetail,
  AccountPage,
  ChangeDates,
  ChangeEmail,
  ChangeRoles,
  ChangeTeams,
  DemoMail,
  Invited,
  NewAccount,
  NewTeam,
  RightsDue,
  TeamSummary,
  TeamToWrite,
} from '@repere/contract';
import type { AccountState } from '@repere/cases';
import {
  vAccountChanges,
  vAccountDetail,
  vAccountPage,
} from '@repere/contract/access/accounts/administration/accounts';
import { vInvited } from '@repere/contract/access/provider/links/provider-links';
import { vRightsDueList } from '@repere/contract/access/accounts/review/rights-review';
import { vTeams } from '@repere/contract/access/accounts/administration/teams/teams';
import { vDemoMails } from '@repere/contract/demo/mails/demo-mails';
import { Api, type Answered, type Sending } from '../platform/api';

interface Items<T> {
  readonly items: readonly T[];
}

/** Accounts, teams and rights, for who administers them. */
@Injectable({ providedIn: 'root' })
export class AdministrationClient {
  private readonly api = inject(Api);

  accounts(q: string, state: AccountState | null, cursor?: string): Promise<Answered<AccountPage>> {
    return this.api.get('/accounts', vAccountPage, { q, state: state ?? undefined, cursor });
  }

  account(id: string): Promise<Answered<AccountDetail>> {
    return this.api.get(`/accounts/${id}`, vAccountDetail);
  }

  invite(account: NewAccount, sending: Sending): Promise<Answered<AccountDetail>> {
    return this.api.post('/accounts', account, vAccountDetail, sending);
  }

  inviteAgain(accountId: string): Promise<Answered<AccountDetail>> {
    return this.api.post('/invitations', { accountId }, vAccountDetail);
  }

  /** The link is in the answer, and nowhere else. */
  inviteByProvider(accountId: string, provider: string): Promise<Answered<Invited>> {
    return this.api.post('/provider-invitations', { accountId, provider }, vInvited);
  }

  withdrawProviderInvitation(id: string): Promise<Answered<void>> {
    return this.api.delete(`/provider-invitations/${id}`, null);
  }

  changeRoles(id: string, change: ChangeRoles): Promise<Answered<AccountDetail>> {
    return this.api.put(`/accounts/${id}/roles`, change, vAccountDetail);
  }

  changeTeams(id: string, change: ChangeTeams): Promise<Answered<AccountDetail>> {
    return this.api.put(`/accounts/${id}/teams`, change, vAccountDetail);
  }

  changeDates(id: string, dates: ChangeDates): Promise<Answered<AccountDetail>> {
    return this.api.put(`/accounts/${id}/dates`, dates, vAccountDetail);
  }

  changeEmail(id: string, change: ChangeEmail): Promise<Answered<AccountDetail>> {
    return this.api.put(`/accounts/${id}/email`, change, vAccountDetail);
  }

  sendAct(
    id: string,
    act: 'disable' | 'enable' | 'reset-factors',
    reason: string,
  ): Promise<Answered<AccountDetail>> {
    return this.api.post(`/accounts/${id}/${act}`, { reason }, vAccountDetail);
  }

  changes(): Promise<Answered<Items<AccountChange>>> {
    return this.api.get('/account-changes', vAccountChanges);
  }

  decide(id: string, decision: 'approve' | 'refuse'): Promise<Answered<void>> {
    return this.api.post(`/account-changes/${id}/decision`, { decision }, null);
  }

  teams(): Promise<Answered<Items<TeamSummary>>> {
    return this.api.get('/teams', vTeams);
  }

  createTeam(team: NewTeam, sending: Sending): Promise<Answered<Items<TeamSummary>>> {
    return this.api.post('/teams', team, vTeams, sending);
  }

  changeTeam(id: string, team: TeamToWrite): Promise<Answered<Items<TeamSummary>>> {
    return this.api.put(`/teams/${id}`, team, vTeams);
  }

  rightsDue(): Promise<Answered<Items<RightsDue>>> {
    return this.api.get('/rights-reviews', vRightsDueList);
  }

  review(
    { accountId, roles, teams }: RightsDue,
    verdict: 'confirmed' | 'withdrawn',
  ): Promise<Answered<void>> {
    const teamIds = teams.map(({ id }) => id);
    return this.api.post(`/rights-reviews/${accountId}`, { verdict, roles, teamIds }, null);
  }

  demoMails(): Promise<Answered<Items<DemoMail>>> {
    return this.api.get('/demo-mails', vDemoMails);
  }
}
