import { ApiProperty } from '@nestjs/swagger';
import { NamedDto } from '../page/case-file.dto';

/** Somebody who works here, with what of a case they may be asked for. */
export class CaseColleagueDto extends NamedDto {
  @ApiProperty({ type: [String], description: 'Names of their teams' }) readonly teams: readonly string[];
  @ApiProperty({ description: 'May be asked for a second opinion' }) readonly mayAdvise: boolean;
  @ApiProperty({ description: 'May be asked to lead the case' }) readonly mayLead: boolean;
  @ApiProperty({ description: 'Follows the case already, or is of its team' }) readonly isRelated: boolean;
  @ApiProperty({ description: 'Supervisor of the team of the case' }) readonly isSupervisor: boolean;
  @ApiProperty({ description: 'May be named in the circle before a part of the case is referred to them' })
  readonly isPartner: boolean;
}

export class CaseColleaguesDto {
  @ApiProperty({ type: [CaseColleagueDto] }) readonly items: readonly CaseColleagueDto[];
}
