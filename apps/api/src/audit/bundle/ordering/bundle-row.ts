import type { FieldClass } from '@repere/protocol';
import { placeOf, rowOf } from '../../../platform/data/sealed-row';
import type { JobState } from '../../../platform/jobs/jobs';
import type { CiphertextLocation } from '../../../platform/secrecy/sealed';
import { AuditBundleEntity } from '../../entities/audit-bundle.entity';
import { AuditBundleFileEntity } from '../../entities/audit-bundle-file.entity';
import type { BundleRequestDto } from './bundles.dto';

/** The job that makes a bundle, and the one that takes its file away when its time is over. */
export const MAKE = 'audit-bundle.make';
export const EXPIRE = 'audit-bundle.expire';

/** What was ordered, sealed beside the row. */
export interface OrderContent extends BundleRequestDto {
  /** Classes that whoever ordered it could not see of one of the cases at least. */
  readonly redacted: readonly FieldClass[];
  /** Stands in the file's name. */
  readonly reference: string;
}

export interface BundleRow {
  readonly id: string;
  readonly kind: 'case' | 'mission';
  readonly missionId: string | null;
  readonly caseFileIds: readonly string[];
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly content: Buffer;
  readonly madeSeq: string | null;
  readonly entries: number | null;
  readonly bytes: number | null;
  readonly finishedAt: Date | null;
  readonly keptUntil: Date | null;
  readonly state: JobState;
  readonly progress: number;
  readonly hasFile: boolean;
}

export const contentPlace = (id: string): CiphertextLocation =>
  placeOf(rowOf(AuditBundleEntity, { id }), 'content');
export const filePlace = (id: string): CiphertextLocation =>
  placeOf(rowOf(AuditBundleFileEntity, { bundleId: id }), 'content');
