import { AccountEntity } from './access/account.entity';
import { TeamEntity, TeamMemberEntity } from './access/team.entity';

/** Every entity of a space's database. */
export const entities = [AccountEntity, TeamEntity, TeamMemberEntity];
