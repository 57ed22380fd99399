import type { FindingOutcome, RiskReason } from '@repere/audit';
import type { MissionContent, MissionEntity } from '../entities/mission.entity';
import type { ExaminationDto, FindingInputDto } from './planning/mission-plan.dto';

/** The line of a mission, opened. Days are ISO. */
export type MissionRow = Readonly<
  Omit<MissionEntity, 'content' | 'keyId' | 'periodFrom' | 'periodTo'> & {
    from: string;
    to: string;
    content: MissionContent;
  }
>;

/** What a finding says in words. */
export type FindingText = Pick<FindingInputDto, 'expected' | 'happened' | 'evidence'> & {
  readonly days: number | null;
};

/** How a finding ended. */
export interface FindingClosing {
  readonly outcome: FindingOutcome;
  readonly note: string;
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
  readonly examination: ExaminationDto | null;
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
