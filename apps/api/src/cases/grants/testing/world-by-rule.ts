import { type Principal, type CaseGrants, isAccountOpen, type StandIn, type CaseGrant } from '@repere/access';
import { isoDay, localDay } from '@repere/feel';
import { accountId, caseId, missionId, teamId } from './insert-relations-world';
import type { Span, RelationsWorld } from './relations-world';

/** What `libs/access` asks about, worked out from a world without a line of SQL. */
export class WorldByRule {
  constructor(private readonly world: RelationsWorld) {}

  isOpen(account: number): boolean {
    const it = this.world.accounts[account];
    return it !== undefined && isAccountOpen(it, isoDay(localDay(this.world.now, 'Europe/Paris')));
  }

  asker(account: number): Principal {
    const { roles, teams } = this.getAccount(account);
    return {
      id: accountId(account),
      roles,
      teamIds: [...teams.map(teamId), ...this.supervisedTeamIds(account)],
      dutyTeamIds: this.dutyTeamIds(account),
      standsInFor: this.standsInFor(account),
    };
  }

  dutyTeamIds(account: number): readonly string[] {
    return this.world.duties
      .filter((it) => it.account === account && this.holds(it))
      .map((it) => teamId(it.team));
  }

  standsInFor(account: number): readonly StandIn[] {
    return this.leaves(account).map(({ absent, teams }) => ({
      accountId: accountId(absent),
      teamIds: teams.map(teamId),
    }));
  }

  /** Of supervisors whom this supervisor stands in for, in the teams that are theirs and that it was named for. */
  supervisedTeamIds(account: number): readonly string[] {
    if (!this.getAccount(account).roles.includes('supervisor')) return [];
    return this.leaves(account)
      .filter(({ absent }) => this.getAccount(absent).roles.includes('supervisor'))
      .flatMap(({ absent, teams }) =>
        teams.filter((it) => this.getAccount(absent).teams.includes(it)).map(teamId),
      );
  }

  /** As this account asks about it. */
  file(file: number, account: number): CaseGrants {
    const { world } = this;
    const it = world.cases[file];
    if (!it) throw new Error(`no case ${String(file)}`);
    const given = world.given
      .filter((grant) => grant.of === file && this.holds(grant))
      .map(({ to, relation }): CaseGrant => {
        const classes = relation === 'partner' ? (['identity'] as const) : null;
        return {
          accountId: accountId(to),
          relation,
          classes,
          entryId: relation === 'approver' ? caseId(file) : null,
        };
      });
    const glass = world.glass
      .filter((broken) => broken.of === file && this.holds(broken))
      .map((broken): CaseGrant => ({ accountId: accountId(broken.account), relation: 'break-glass' }));
    return {
      teamId: teamId(it.team),
      leadId: it.lead === null || !this.isOpen(it.lead) ? null : accountId(it.lead),
      grants: [...given, ...glass],
      circle: it.circle && it.circle.map(accountId),
      recusedIds: it.recused.filter(({ isLifted }) => !isLifted).map((recused) => accountId(recused.account)),
      missionIds: this.getAccount(account).roles.includes('auditor')
        ? world.missions.flatMap(({ state, auditors, cases }, n) =>
            state === 'open' && auditors.includes(account) && cases.includes(file) ? [missionId(n)] : [],
          )
        : [],
    };
  }

  private leaves(substitute: number): RelationsWorld['leaves'] {
    return this.world.leaves.filter(
      (it) => it.substitute === substitute && this.holds(it) && this.isOpen(it.absent),
    );
  }

  private holds({ since, until, ended }: Span): boolean {
    return since <= this.world.now && (until === null || until > this.world.now) && ended === null;
  }

  private getAccount(account: number): RelationsWorld['accounts'][number] {
    const it = this.world.accounts[account];
    if (!it) throw new Error(`no account ${String(account)}`);
    return it;
  }
}
