import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { LINK_TOKEN } from '../../access/accounts/mail/link-token';
import { AnswerCapacityDto } from '../capacity/capacity.dto';

const CODE = /^[0-9]{6}$/;

export class OpenAnswerLinkDto {
  @ApiProperty({ description: 'What stands behind # in the link of the mail' })
  @Matches(LINK_TOKEN)
  readonly token: string;

  @ApiProperty({ example: '482915', description: 'Six digits, as they were told by telephone' })
  @Matches(CODE)
  readonly code: string;
}

export class AnswerByLinkDto extends AnswerCapacityDto {
  @ApiProperty({ description: 'What stands behind # in the link of the mail' })
  @Matches(LINK_TOKEN)
  readonly token: string;

  @ApiProperty({ example: '482915', description: 'Six digits, as they were told by telephone' })
  @Matches(CODE)
  readonly code: string;
}
