import { CASE, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

/** One service that a question for a place was asked of. */
@Table('capacity_request', {
  purpose: {
    fr: 'services auxquels une question de place a été posée',
    en: 'services that a question for a place was asked of',
  },
  retention: 'case',
  rights: 'none',
})
export class CapacityRequestEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW) questionId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ROW) serviceId: string;
  /** Of the case: what is answered is sealed under it. */
  @Column('uuid', ROW) keyId: string;
}
