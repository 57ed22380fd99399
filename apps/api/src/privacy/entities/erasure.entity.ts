import type { ErasureGround } from '@repere/privacy';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM, oneWay } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

@Table('erasure', {
  purpose: { fr: 'effacements : qui les a décidés, et pourquoi', en: 'erasures: who decided them, and why' },
  retention: 'record',
  rights: 'none',
})
export class ErasureEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  /** Made at random, as that of the case: neither says anything of a child. */
  @Column('text', ROW) reference: string;
  @Column('text', CASE) caseReference: string;
  @Column('uuid', CASE, { nullable: true }) caseFileId: string | null;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) ground: ErasureGround;
  @Column('text', CODED, { nullable: true }) rule: string | null;
  @Column('text', CODED, { nullable: true }) outcome: 'done' | 'refused' | 'withdrawn' | null;
  @Column('uuid', ROW) caseKeyId: string;
  @SealedColumn({ holds: ['staff'], under: 'space', row: ['id'] }) basis: Sealed<string>;
  @Column('text', oneWay('the case as it was proposed')) hash: string;
  @Column('text', oneWay('the case as it was proposed'), { nullable: true }) approvedHash: string | null;
  @Column('uuid', ACCOUNT) proposedBy: string;
  @Column('uuid', ACCOUNT, { nullable: true }) settledBy: string | null;
  @Column('timestamptz', IMPERSONAL) proposedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) settledAt: Date | null;
  @Column('bigint', IMPERSONAL, { nullable: true }) eventSeq: string | null;
}
