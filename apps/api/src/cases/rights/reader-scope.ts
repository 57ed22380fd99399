import { Injectable } from '@nestjs/common';
import { type CaseAct, may, mayNowhere, teamsWhere } from '@repere/access';
import { Refusal } from '../../platform/refusals/refusal';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type OwnCasesRow, READER_SCOPE_SQL } from './reader-scope.query';

/** Whose cases a list is about. */
export interface ReaderScope {
  readonly accountId: string;
  /** Teams whose cases the account may read as one of the team, or on duty for it. */
  readonly teamIds: readonly string[];
  /** Cases that were given to the account, and those of whom it stands in for. */
  readonly assignedIds: readonly string[];
  /** Whether it has cases of its own at all: those, or some that it leads. */
  readonly hasOwn: boolean;
  /** Cases that the account examines, and the open missions that it does so in. */
  readonly auditedIds: readonly string[];
  readonly missionIds: readonly string[];
}

/** What an account's lists are drawn from; the database's policies hold besides. */
@Injectable()
export class ReaderScopes {
  constructor(private readonly unit: UnitOfWork) {}

  async findScope(): Promise<ReaderScope> {
    const own = await READER_SCOPE_SQL.own.first(this.unit.manager, this.absentIds());
    if (!own) throw new Error('the database answered nothing');
    return this.scopeOf(own);
  }

  /** Whom the account stands in for. */
  absentIds(): readonly string[] {
    return this.unit.account.effectiveScope.standsInFor.map(({ accountId }) => accountId);
  }

  /** The scope of the account, by what was read of its own cases. */
  scopeOf(own: OwnCasesRow): ReaderScope {
    const { assignedIds, audited, leads, versionsMark } = own;
    this.unit.known.versionsMark = versionsMark;
    return {
      accountId: this.unit.account.id,
      teamIds: this.teamsFor('read'),
      assignedIds,
      hasOwn: leads || assignedIds.length > 0,
      auditedIds: [...new Set(audited.map(([id]) => id))],
      missionIds: [...new Set(audited.map(([, missionId]) => missionId))],
    };
  }

  /** The scope of somebody who has cases of their own and was given none besides, as most are: `find` says whether it is. */
  expect(): ReaderScope {
    const teamIds = this.teamsFor('read');
    return {
      accountId: this.unit.account.id,
      teamIds,
      assignedIds: [],
      hasOwn: true,
      auditedIds: [],
      missionIds: [],
    };
  }

  /** Whether the account has lists of work at all: who only receives parts of cases has none. */
  hasLists(): boolean {
    return teamsWhere(principalOf(this.unit.account), 'search').length > 0;
  }

  demandLists(): void {
    if (!this.hasLists()) throw new Refusal('not-allowed', { reasons: [mayNowhere('search')] });
  }

  /** Teams in whose cases the account may do this by being of the team, or on duty for it. */
  teamsFor(act: CaseAct): readonly string[] {
    const principal = principalOf(this.unit.account);
    return [...new Set([...principal.teamIds, ...(principal.dutyTeamIds ?? [])])].filter(
      (teamId) => may(principal, act, { kind: 'case-file', teamId, leadId: null, grants: [] }).yes,
    );
  }
}
