import { mayNowhere } from '@repere/access';
import { Injectable } from '@nestjs/common';
import { ReaderScopes } from '../../cases/rights/reader-scope';
import { Refusal } from '../../platform/refusals/refusal';
import type { Parameters } from '../../platform/requests/parameters';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { ConformanceFilterDto } from './filters.dto';

/** Whose cases figures and lists are about: a supervisor's teams, the cases of an auditor's open missions. */
export interface AuditScope {
  readonly teamIds: readonly string[];
  readonly auditedIds: readonly string[];
  readonly missionIds: readonly string[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
}

/** Finds what the reader may audit. */
@Injectable()
export class AuditScopes {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
  ) {}

  /** Throws `not-allowed` to whoever audits nothing at all. What is seen in missions is recorded as seen by them. */
  async findScope(): Promise<AuditScope> {
    const teamIds = this.scopes.teamsFor('audit');
    const { auditedIds, missionIds } = await this.scopes.findScope();
    if (teamIds.length === 0 && missionIds.length === 0)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('audit')] });
    if (missionIds.length > 0) this.unit.audits(missionIds);
    const teams = this.unit.account.teams.filter(({ id }) => teamIds.includes(id));
    return { teamIds, auditedIds, missionIds, teams: teams.map(({ id, name }) => ({ id, name })) };
  }
}

/** Conditions on rows with a team, a case, a protocol and the opening of their run. The policies hold besides. */
export function conditionsOf(
  scope: AuditScope,
  { team, protocol, from, to }: ConformanceFilterDto,
  parameters: Parameters,
): readonly string[] {
  const { teamIds, auditedIds } = scope;
  const own = team === undefined ? teamIds : teamIds.filter((id) => id === team);
  const theirs = [
    // One team alone is compared, not looked for in a list: then the indexes give their order.
    ...(own.length === 1 ? [`x.team_id = ${parameters.addValue(own[0])}::uuid`] : []),
    ...(own.length > 1 ? [`x.team_id = ANY (${parameters.addValue(own)}::uuid[])`] : []),
    ...(auditedIds.length > 0 ? [`x.case_file_id = ANY (${parameters.addValue(auditedIds)}::uuid[])`] : []),
  ];
  return [
    theirs.length > 0 ? `(${theirs.join(' OR ')})` : 'false',
    ...(team === undefined || own.length > 0 ? [] : [`x.team_id = ${parameters.addValue(team)}::uuid`]),
    ...(protocol === undefined ? [] : [`x.protocol = ${parameters.addValue(protocol)}`]),
    ...(from === undefined ? [] : [`x.opened_at >= ${parameters.addValue(startOf(from))}`]),
    ...(to === undefined
      ? []
      : [`x.opened_at < ${parameters.addValue(new Date(startOf(to).getTime() + DAY))}`]),
  ];
}

const DAY = 86_400_000;
const startOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Scopes and filters that together bring every condition into a query, for the check of its text. */
export const SCOPE_SAMPLES: readonly (readonly [AuditScope, ConformanceFilterDto])[] = [
  [{ teamIds: [], auditedIds: [], missionIds: [], teams: [] }, {}],
  [
    { teamIds: ['a', 'b'], auditedIds: ['c'], missionIds: [], teams: [] },
    { team: 'a', protocol: 'p', from: '2026-01-01', to: '2026-01-31' },
  ],
  [{ teamIds: ['a', 'b'], auditedIds: [], missionIds: [], teams: [] }, {}],
];
