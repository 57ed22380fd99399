import type { Parameters } from '../../../platform/requests/parameters';
import type { AuditScope } from '../audit-scope';
import { conditionsOf, SCOPE_SAMPLES } from '../scope-conditions.query';
import type { DeviationFilterDto } from '../filters.dto';

/** Where a page of deviations begins: after this one. */
export interface DeviationPlace {
  readonly rank: number;
  readonly since: string;
  readonly key: string;
}

const JUDGED = `EXISTS (SELECT 1 FROM deviation_judgement j WHERE j.deviation_key = x.key AND j.kind <> 'explained')`;
/** A duty that comes again is late after an act, under whose name it stays once it is done. */
const AFTER = ` || coalesce(':' || x.late_after::text, '')`;
/** Whose it is: who entered it; of what is not done, who leads the case. */
export const PERSON = `coalesce(x.entered_by, (SELECT c.lead_id::text FROM case_file c WHERE c.id = x.case_file_id), 'nobody')`;
const PERIOD = 'x.team_id, x.case_file_id, x.protocol, x.opened_at, x.step, x.origin';

/**
 * SELECTs that together give the deviations asked for, as `rank, since, key, kind, case_file_id, entered_by`: what the journals tell, and
 * what is late or missing by the clock at `now`.
 */
export function foundDeviations(
  scope: AuditScope,
  filter: DeviationFilterDto,
  now: Date,
  parameters: Parameters,
): readonly string[] {
  const { step, kind, origin, judged, caseFile, person } = filter;
  const conditions = [
    ...conditionsOf(scope, filter, parameters),
    ...(step === undefined ? [] : [`x.step = ${parameters.addValue(step)}`]),
    ...(origin === undefined ? [] : [`x.origin = ${parameters.addValue(origin)}`]),
    ...(judged === undefined ? [] : [judged === 'yes' ? JUDGED : `NOT ${JUDGED}`]),
    ...(caseFile === undefined ? [] : [`x.case_file_id = ${parameters.addValue(caseFile)}::uuid`]),
    ...(person === undefined ? [] : [`${PERSON} = ${parameters.addValue(person)}`]),
  ].join(' AND ');
  const ofKind = kind === undefined ? '' : ` AND x.kind = ${parameters.addValue(kind)}`;
  const select = `SELECT x.rank, x.since, x.key, x.kind, x.case_file_id, x.entered_by`;
  const open = (
    name: string,
    rank: string,
    since: string,
    key: string,
    ofOrigin = 'NULL::text',
    more = '',
  ) =>
    kind !== undefined && kind !== name
      ? []
      : [
          `${select} FROM (SELECT ${rank} AS rank, x.${since} AS since, '${name}:' || x.run_id || ':' || x.step${key} AS key,
                   '${name}' AS kind, NULL::text AS entered_by, ${PERIOD.replace('x.origin', `${ofOrigin} AS origin`)}
              FROM step_conformance x WHERE x.${since} < ${parameters.addValue(now)}${more}) AS x WHERE ${conditions}`,
        ];
  return [
    `${select} FROM deviation x WHERE ${conditions}${ofKind}`,
    // Each of one rank, so that each comes in order from its index.
    ...open('late', '1', 'late_from', AFTER, 'x.origin', ` AND x.origin = 'LEGAL'`),
    ...open('late', '2', 'late_from', AFTER, 'x.origin', ` AND x.origin <> 'LEGAL'`),
    ...open('unapproved', '2', 'unapproved_from', ` || ':' || x.unapproved_entry`),
    ...open('unweighed', '2', 'unweighed_from', ` || ':' || x.unweighed_entry`),
  ];
}

/** The same in order, the gravest and then the latest first, after a place; each part stops at `limit`. */
export function inOrder(
  parts: readonly string[],
  after: DeviationPlace | null,
  limit: number,
  parameters: Parameters,
): string {
  const order = `ORDER BY rank, since DESC, key DESC LIMIT ${parameters.addValue(limit)}`;
  const place = after && {
    rank: parameters.addValue(after.rank),
    since: parameters.addValue(after.since),
    key: parameters.addValue(after.key),
  };
  const beyond = place
    ? ` AND (x.rank > ${place.rank}::bigint OR (x.rank = ${place.rank}::bigint
             AND (x.since, x.key) < (${place.since}::text::timestamptz, ${place.key}::text)))`
    : '';
  return `SELECT rank::int AS rank, since::text AS since, key, case_file_id AS "caseFileId"
            FROM (${parts.map((part) => `(${part}${beyond} ${order})`).join(' UNION ALL ')}) AS found ${order}`;
}

/** Scopes and filters that together bring every part into a query, for the check of its text. */
export const DEVIATION_SAMPLES: readonly (readonly [AuditScope, DeviationFilterDto])[] =
  SCOPE_SAMPLES.flatMap(([scope, filter]) => [
    [scope, filter],
    [scope, { ...filter, step: 's', kind: 'late', origin: 'LEGAL', judged: 'no' }],
    [scope, { ...filter, caseFile: 'c', person: 'nobody' }],
  ]);
