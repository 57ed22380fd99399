import type { Parameters } from '../../platform/requests/parameters';
import type { AuditScope } from './audit-scope';
import type { ConformanceFilterDto } from './filters.dto';

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
