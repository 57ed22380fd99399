import { ACCOUNT, CASE, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

@Table('access_question', {
  purpose: { fr: 'questions sur une consultation', en: 'questions about a look' },
  retention: 'audit',
  rights: 'none',
})
export class AccessQuestionEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW) keyId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('bigint', IMPERSONAL) eventSeq: string;
  @Column('timestamptz', IMPERSONAL) askedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) answeredAt: Date | null;
  @Column('uuid', ACCOUNT) askedBy: string;
  @Column('uuid', ACCOUNT) askedOf: string;
  @SealedColumn({ holds: ['narrative'], under: 'case', row: ['id'], keyId: 'keyId' })
  question: Sealed<string>;
  @SealedColumn({ holds: ['narrative'], under: 'case', row: ['id'], keyId: 'keyId', nullable: true })
  answer: Sealed<string> | null;
}
