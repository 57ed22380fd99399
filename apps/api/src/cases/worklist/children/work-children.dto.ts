import { ApiProperty } from '@nestjs/swagger';
import type { Age, Shown } from '@repere/cases';
import { WordsDto } from '../../../platform/answers/words.dto';
import { AGE, HasAge } from '../../page/age.dto';
import { AnswerOfRoleDto, NamedDto } from '../../page/case-file.dto';
import { WorkItemDto, WorkTallyDto } from '../worklist.dto';

/** Of a person's children that are not all shown. */
export class WorkPersonDto {
  @ApiProperty({ type: 'integer' }) readonly children: number;
  @ApiProperty({ type: 'integer', description: 'Acts of theirs that are late' }) readonly late: number;
}

/** A child, with what presses most. */
@HasAge()
export class WorkChildDto {
  @ApiProperty({ type: WorkItemDto }) readonly first: WorkItemDto;
  @ApiProperty({ type: 'integer', description: 'How much else there is to do, under the same filters' })
  readonly others: number;
  @ApiProperty({ type: 'integer', description: 'How much of all that is late' }) readonly late: number;
  @ApiProperty(AGE) readonly age: Shown<Age>;
  @ApiProperty({ type: AnswerOfRoleDto, nullable: true, description: '`null`: not known yet' })
  readonly danger: AnswerOfRoleDto | null;
  @ApiProperty({ description: 'A danger was seen that nobody has weighed since' })
  readonly isDangerSeen: boolean;
  @ApiProperty({ type: NamedDto, nullable: true }) readonly lead: NamedDto | null;
  @ApiProperty({
    type: WorkPersonDto,
    nullable: true,
    description: 'Of whoever leads, where the list goes by person',
  })
  readonly person: WorkPersonDto | null;
}

/** A protocol that the list may be narrowed to. */
export class WorkProtocolDto {
  @ApiProperty() readonly protocol: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

export class WorkChildrenDto extends WorkTallyDto {
  @ApiProperty({ type: 'integer', description: 'How many children there are, on this page or not' })
  readonly children: number;
  @ApiProperty({ type: [WorkChildDto] }) readonly items: readonly WorkChildDto[];
  @ApiProperty({ type: [WorkItemDto], description: 'What waits beside steps; on the first page' })
  readonly tasks: readonly WorkItemDto[];
  @ApiProperty({ type: [WorkProtocolDto] }) readonly protocols: readonly WorkProtocolDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}
