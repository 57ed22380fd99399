import { CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('run', {
  purpose: { fr: 'protocoles ouverts dans un dossier', en: 'protocols opened in a case' },
  retention: 'case',
  rights: 'none',
})
export class RunEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) protocol: string;
  @Column('text', CODED) version: string;
  @Column('text', CODED) hash: string;
  @Column('boolean', CODED, { default: 'false' }) ended: boolean;
  @Column('text', CODED, { nullable: true }) outcome: string | null;
  @Column('boolean', CODED, { default: 'false' }) isAbsence: boolean;
  @Column('timestamptz', IMPERSONAL) openedAt: Date;
}
