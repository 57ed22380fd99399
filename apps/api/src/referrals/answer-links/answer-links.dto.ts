import { ApiProperty, PickType } from '@nestjs/swagger';
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

/** Before the code: nothing is known of who asks but that they have the mail. */
export class AskCallBackDto extends PickType(OpenAnswerLinkDto, ['token']) {}

/** Whom to call who has a link and no code, or whose link is of no use any more. Nothing of what is asked. */
export class LinkCallBackDto {
  @ApiProperty({
    ...{ type: String, nullable: true, example: '01 23 45 67 89' },
    description: 'Of the team, as administrators keep it; null: none is kept, or there is no such link',
  })
  readonly checkPhone: string | null;
}

export class AnswerByLinkDto extends AnswerCapacityDto {
  @ApiProperty({ description: 'What stands behind # in the link of the mail' })
  @Matches(LINK_TOKEN)
  readonly token: string;

  @ApiProperty({ example: '482915', description: 'Six digits, as they were told by telephone' })
  @Matches(CODE)
  readonly code: string;
}
