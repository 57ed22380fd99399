import { ACCOUNT, CASE, ROW, TEAM } from '../../platform/data/column-class';
import { PrimaryColumn, Column, Table } from '../../platform/data/columns';

/** Who of ours is invited to a conference as it stands: kept by a trigger, for the calendars of those who are. */
@Table('conference_member', {
  purpose: {
    fr: 'qui est invité aux concertations à venir ou passées, pour les agendas',
    en: 'who is invited to case conferences, for calendars',
  },
  retention: 'case',
  rights: 'none',
})
export class ConferenceMemberEntity {
  @PrimaryColumn('uuid', ACCOUNT) accountId: string;
  @PrimaryColumn('uuid', ROW) appointmentId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
}
