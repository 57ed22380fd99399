import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Age, Shown, Words } from '@repere/cases';
import { shownText } from '../../platform/answers/shown';
import { WordsDto } from '../../platform/answers/words.dto';
import { AGE, HasAge } from '../page/age.dto';
import { AnswerOfRoleDto, ShownValueDto, SignsSeenDto } from '../page/case-file.dto';
import { PersonDto } from '../people/person.dto';
import { CHILD_VIEW } from '../steps/step-input.dto';

@HasAge()
export class ApprovalItemDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name'))
  readonly calledName: Shown<string>;
  @ApiProperty(AGE) readonly age: Shown<Age>;
  @ApiProperty({ type: AnswerOfRoleDto, nullable: true, description: 'As it was last weighed' })
  readonly danger: AnswerOfRoleDto | null;
  @ApiProperty({
    enum: ['weighed', 'seen', 'not-known', 'redacted'],
    description: '`seen`: one was seen that nobody has weighed since; `not-known`: nobody has weighed any',
  })
  readonly dangerState: 'weighed' | 'seen' | 'not-known' | 'redacted';
  @ApiProperty({ type: [SignsSeenDto], description: 'What was seen or said of this child' })
  readonly signs: readonly SignsSeenDto[];
  @ApiProperty({ type: [ShownValueDto], description: 'What else is known on which the decision stands' })
  readonly facts: readonly { readonly title: Words; readonly shown: Words }[];
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ format: 'uuid' }) readonly entryId: string;
  @ApiPropertyOptional({ type: 'integer', description: 'For `If-Match`' }) readonly seq?: number;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly protocolTitle: WordsDto;
  @ApiProperty() readonly enteredBy: string;
  @ApiProperty({ format: 'date-time' }) readonly occurredAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly dueAt: string | null;
  @ApiProperty({ description: 'Already in effect (it protects), or waiting to take effect' })
  readonly inEffect: boolean;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly mayNot: WordsDto | null;
  @ApiProperty({ type: [ShownValueDto] }) readonly values: readonly {
    readonly title: Words;
    readonly shown: Words;
  }[];
  @ApiProperty({ type: [WordsDto] }) readonly reasons: readonly WordsDto[];
  @ApiProperty({ type: String, nullable: true }) readonly bestInterests: string | null;
  @ApiProperty({ ...CHILD_VIEW, nullable: true })
  readonly childView: { readonly said: string } | { readonly whyNot: string } | null;
  @ApiPropertyOptional({ enum: ['reasons', 'bestInterests', 'childView'], isArray: true })
  readonly redactedWords?: readonly ('reasons' | 'bestInterests' | 'childView')[];
  @ApiPropertyOptional({ enum: ['best-interests', 'child-view'], isArray: true })
  readonly missingWords?: readonly ('best-interests' | 'child-view')[];
  @ApiProperty({ type: [WordsDto] }) readonly effects: readonly WordsDto[];
  @ApiPropertyOptional({
    type: [PersonDto],
    description: 'The people around the child',
  })
  readonly people?: readonly PersonDto[];
}

export class ApprovalPageDto {
  @ApiProperty({ type: [ApprovalItemDto] }) readonly items: readonly ApprovalItemDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
  @ApiPropertyOptional({ description: 'How many of all that wait you may approve, on this page or not' })
  readonly total?: number;
}
