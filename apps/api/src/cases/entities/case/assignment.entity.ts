import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('assignment', {
  purpose: {
    fr: 'qui suit quel dossier, et quelle partie en est orientée vers un partenaire',
    en: 'who works on which case, and what part of it is referred to a partner',
  },
  retention: 'case',
  rights: {
    key: ['caseFileId', 'accountId', 'relation', 'since'],
    hidesKey: true,
    recorded: ['classes', 'givenBy', 'entryId', 'sharingId', 'untilAt', 'endedAt'],
    silent: ['teamId'],
  },
})
export class AssignmentEntity {
  @PrimaryColumn('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @PrimaryColumn('uuid', ACCOUNT) accountId: string;
  @Column('uuid', ACCOUNT, { nullable: true }) givenBy: string | null;
  @PrimaryColumn('text', CODED, { default: "'assigned'::text" }) relation: string;
  @Column('text[]', CODED, { nullable: true }) classes: readonly string[] | null;
  @Column('uuid', ROW, { nullable: true }) entryId: string | null;
  @Column('uuid', ROW, { nullable: true }) sharingId: string | null;
  @PrimaryColumn('timestamptz', IMPERSONAL) since: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) untilAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) endedAt: Date | null;
}
