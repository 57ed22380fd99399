import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

/** What a conference leaves to do: kept by triggers, for the lists of those who do it. */
@Table('conference_task', {
  purpose: {
    fr: 'ce que les concertations laissent à faire : comptes rendus à relire, actions ouvertes',
    en: 'what case conferences leave to do: minutes to be read by another person, open actions',
  },
  retention: 'case',
  rights: 'none',
})
export class ConferenceTaskEntity {
  /** The action, or the conference whose minutes wait. */
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('text', CODED) kind: 'minutes' | 'action';
  @Column('uuid', ROW) appointmentId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  /** Of an action. */
  @Column('uuid', ACCOUNT, { nullable: true }) ownerId: string | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) dueAt: Date | null;
  /** Of minutes: who wrote them, and agrees to none of them. */
  @Column('uuid[]', ACCOUNT) writerIds: readonly string[];
}
