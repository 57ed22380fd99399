import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import type { Shown } from '@repere/cases';
import { IsBoolean, IsIn } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { shownListOf } from '../../platform/answers/shown';
import { LINK_KINDS, type LinkKind } from '../entities/relations/case-link.entity';
import { PageOfCaseDto } from '../page/page-of-case';
import { LINK_STATES, type LinkState } from './link-standing';

export class AskLinkDto {
  @ApiProperty({ enum: LINK_KINDS }) @IsIn(LINK_KINDS) readonly kind: LinkKind;

  @ApiProperty({ example: 'RP-7K4M-2QX', description: 'Of the other case' })
  @PlainText(40)
  readonly reference: string;
}

export class AnswerLinkDto {
  @ApiProperty({ description: 'Whether each side may know whom to ask about the other child' })
  @IsBoolean()
  readonly agrees: boolean;
}

export class WhomToAskDto {
  @ApiProperty() readonly name: string;
  @ApiProperty({ description: 'Their teams; empty: none' }) readonly team: string;
}

export class CaseLinkDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: LINK_KINDS }) readonly kind: LinkKind;
  @ApiProperty({ enum: LINK_STATES }) readonly state: LinkState;
  @ApiProperty({ format: 'date-time', description: 'When it began in this case' }) readonly since: string;
  @ApiProperty({ type: WhomToAskDto, nullable: true, description: 'About the other child; null: nobody yet' })
  readonly ask: WhomToAskDto | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'As it was typed, or of a case that the reader reads',
  })
  readonly reference: string | null;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Of a case that the reader reads',
  })
  readonly otherCaseFileId: string | null;
}

@ApiExtraModels(CaseLinkDto)
export class CaseLinksDto extends PageOfCaseDto {
  @ApiProperty(shownListOf(CaseLinkDto, 'What waits for an answer first, then the newest'))
  readonly links: Shown<readonly CaseLinkDto[]>;
  @ApiProperty() readonly mayWrite: boolean;
}
