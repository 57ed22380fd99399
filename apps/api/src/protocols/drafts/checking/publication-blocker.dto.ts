import { ApiProperty, OmitType } from '@nestjs/swagger';
import { PUBLICATION_BLOCKERS, type PublicationBlocker } from '@repere/cases';
import { ProblemReasonDto } from '../../../platform/answers/openapi';

/** What keeps a draft from being published, by a closed list: the page knows where each is mended. */
export class PublicationBlockerDto extends OmitType(ProblemReasonDto, ['code']) {
  @ApiProperty({ enum: PUBLICATION_BLOCKERS }) readonly code: PublicationBlocker;
}
