import type { ServedSex, ServiceNeed } from '@repere/directory';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';
import type { CapacityWanted } from '../capacity/capacity-state';

/** Whether somebody has room for a child whom nothing names: asked of many services at once, in codes. */
@Table('capacity_question', {
  purpose: {
    fr: 'questions de place posées à des services sans dire qui est l’enfant',
    en: 'questions for a place asked of services without saying who the child is',
  },
  retention: 'case',
  rights: 'none',
})
export class CapacityQuestionEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  /** Its line in the register of sharing. */
  @Column('uuid', ROW) sharingId: string;
  @Column('text', CODED) need: ServiceNeed;
  /** A band of ages; `null`: an age in doubt, which shuts nobody out. */
  @Column('integer', CODED, { nullable: true }) ageFrom: number | null;
  @Column('integer', CODED, { nullable: true }) ageTo: number | null;
  @Column('text', CODED, { nullable: true }) sex: ServedSex | null;
  /** BCP 47 codes, where language decides. */
  @Column('text[]', CODED) languages: readonly string[];
  @Column('text', CODED) wanted: CapacityWanted;
  @Column('timestamptz', IMPERSONAL) askedAt: Date;
  @Column('timestamptz', IMPERSONAL) dueAt: Date;
  @Column('uuid', ACCOUNT) byId: string;
}
