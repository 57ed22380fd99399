import type { Examination, MissionState, RiskReason, SamplingMethod } from '@repere/audit';

/** What a mission says in words; sealed under the space's key. */
export interface MissionContent {
  readonly title: string;
  readonly question: string;
  readonly checklist: readonly string[];
}

/** The line of a mission, opened. Days are ISO. */
export interface MissionRow {
  readonly id: string;
  readonly reference: string;
  readonly state: MissionState;
  readonly revision: number;
  readonly teamIds: readonly string[];
  readonly auditorIds: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly protocols: readonly string[];
  readonly method: SamplingMethod;
  readonly size: number | null;
  readonly content: MissionContent;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly openedBy: string | null;
  readonly openedAt: Date | null;
  readonly frame: readonly string[] | null;
  readonly frameHash: string | null;
  readonly seed: string | null;
  readonly seedGiven: boolean | null;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
}

/** A case of the sample. `examination` is `null` when nothing was answered yet, or the case was erased. */
export interface SampledCase {
  readonly missionId: string;
  readonly caseFileId: string;
  readonly place: number;
  readonly alias: string;
  readonly score: number | null;
  readonly reasons: readonly RiskReason[];
  readonly revision: number;
  readonly examination: Examination | null;
  readonly examinedBy: string | null;
  readonly examinedAt: Date | null;
}

/** A case as it is drawn. */
export interface DrawnCase {
  readonly caseFileId: string;
  readonly teamId: string;
  readonly alias: string;
  readonly score: number | null;
  readonly reasons: readonly RiskReason[];
}

export const missionPlace = (id: string) => ({ table: 'mission', column: 'content', row: id });
export const answersPlace = (missionId: string, caseFileId: string) => ({
  table: 'mission_case',
  column: 'answers',
  row: `${missionId}:${caseFileId}`,
});
