import { ACCOUNT, IMPERSONAL, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('team_member', {
  purpose: { fr: 'qui travaille dans quelle équipe', en: 'who works in which team' },
  retention: 'account',
  rights: {
    key: ['teamId', 'accountId'],
    recorded: [],
    silent: ['since'],
  },
})
export class TeamMemberEntity {
  @PrimaryColumn('uuid', TEAM) teamId: string;
  @PrimaryColumn('uuid', ACCOUNT) accountId: string;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) since: Date;
}
