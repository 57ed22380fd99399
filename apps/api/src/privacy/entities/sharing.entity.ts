import type { FieldClass } from '@repere/access';
import type { SharingGround } from '@repere/privacy';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('sharing', {
  purpose: {
    fr: 'ce qui a été dit d’un dossier, à qui, pour quel motif',
    en: 'what was told of a case, to whom, on which ground',
  },
  retention: 'case',
  rights: 'none',
})
export class SharingEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW, { nullable: true }) corrects: string | null;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) ground: SharingGround;
  @Column('text[]', CODED) classes: readonly FieldClass[];
  @Column('uuid', ACCOUNT) byId: string;
  @Column('date', IMPERSONAL) sharedOn: string;
  @Column('timestamptz', IMPERSONAL) at: Date;
  @Column('bigint', IMPERSONAL) eventSeq: string;
}
