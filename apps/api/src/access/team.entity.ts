import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('team')
export class TeamEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** INSEE code of the département. */
  @Column('text')
  territory: string;
}

@Entity('team_member')
export class TeamMemberEntity {
  @PrimaryColumn('uuid', { name: 'team_id' })
  teamId: string;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;
}
