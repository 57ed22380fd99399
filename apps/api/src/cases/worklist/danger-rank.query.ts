import type { SharedDocument } from '@repere/protocol';
import { answersOfRole } from '../reading/answers-of-role';

/** Stands among the codes for a danger that nobody has weighed yet. */
const NOT_KNOWN = '';

/**
 * Codes of danger, the gravest first, as the protocols rank them. What nobody has weighed yet comes right behind those that
 * are marked, before a mere risk: doubt protects.
 */
export function rankedDangers(shared: SharedDocument): readonly string[] {
  const all = answersOfRole(shared, 'danger');
  const codesOf = (isMarked: boolean) => all.filter((it) => it.isMarked === isMarked).map(({ code }) => code);
  return [...codesOf(true), NOT_KNOWN, ...codesOf(false)];
}

const DANGER = `max(f.value::text) FILTER (WHERE f.role = 'danger')::jsonb AS danger,
         coalesce(max(f.seq) FILTER (WHERE f.role = 'danger-seen' AND 'sign' = ANY (f.counted))
           > coalesce(max(f.seq) FILTER (WHERE f.role = 'danger'), 0), false) AS "isDangerSeen"`;
const OF_CASE = `f.run_id IS NULL AND f.role IN ('danger', 'danger-seen')`;

/** SQL of one row about a case: its `danger`, and whether one was seen that nobody has weighed since (`isDangerSeen`). */
export const shownDanger = (caseFileId: string): string => `
  SELECT ${DANGER} FROM case_fact f WHERE f.case_file_id = ${caseFileId} AND ${OF_CASE}`;

/** SQL of the same of these cases, by `id`, read once for all; none of a case of which neither was answered. */
export const shownDangers = (caseFileIds: string): string => `
  SELECT f.case_file_id AS id, ${DANGER} FROM case_fact f WHERE f.case_file_id = ANY (${caseFileIds}) AND ${OF_CASE} GROUP BY f.case_file_id`;

/** The place of what `f` says of a case, 1 the gravest. `ranked`: the codes in their order; one that they do not name is as grave as one not known. */
export const dangerRankOf = (f: string, ranked: string): string =>
  `CASE WHEN ${f}."isDangerSeen" THEN 1
        ELSE coalesce(array_position(${ranked}, ${f}.danger #>> '{}'), array_position(${ranked}, '${NOT_KNOWN}'), 1) END`;

/** The same with its place. */
export const dangerRank = (caseFileId: string, ranked: string): string => `
  SELECT f.danger, f."isDangerSeen", ${dangerRankOf('f', ranked)} AS "dangerRank" FROM (${shownDanger(caseFileId)}) AS f`;
