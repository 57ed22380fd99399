import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

@Table('audit_bundle', {
  purpose: { fr: 'dossiers de preuve demandés', en: 'audit bundles ordered' },
  retention: 'audit',
  rights: 'none',
})
export class AuditBundleEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW, { nullable: true }) missionId: string | null;
  @Column('text', CODED) kind: 'case' | 'mission';
  @Column('uuid[]', CASE) caseFileIds: readonly string[];
  @Column('uuid', ACCOUNT) askedBy: string;
  @SealedColumn({ holds: ['narrative'], under: 'several-cases', row: ['id'] }) content: Sealed<unknown>;
  @Column('timestamptz', IMPERSONAL) askedAt: Date;
  @Column('bigint', IMPERSONAL, { nullable: true }) madeSeq: string | null;
  @Column('integer', IMPERSONAL, { nullable: true }) entries: number | null;
  @Column('integer', IMPERSONAL, { nullable: true }) bytes: number | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) finishedAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) keptUntil: Date | null;
}
