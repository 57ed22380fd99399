import { ApiProperty } from '@nestjs/swagger';
import { BOARD_FIGURES, type BoardFigure } from '@repere/audit';
import { CaseFileSummaryDto, NamedDto } from '../../cases/page/case-file.dto';
import { WordsDto } from '../../platform/answers/words.dto';

const COUNT = { type: 'integer', description: 'Cases' } as const;

export class BoardPersonDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '`null`: cases that nobody leads',
  })
  readonly id: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly name: string | null;
  @ApiProperty(COUNT) readonly lateLegal: number;
  @ApiProperty(COUNT) readonly late: number;
  @ApiProperty(COUNT) readonly soon: number;
  @ApiProperty(COUNT) readonly open: number;
  @ApiProperty(COUNT) readonly approvals: number;
}

export class BoardProtocolDto {
  @ApiProperty() readonly protocol: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty(COUNT) readonly lateLegal: number;
  @ApiProperty(COUNT) readonly late: number;
  @ApiProperty(COUNT) readonly soon: number;
}

export class TeamBoardDto {
  @ApiProperty({ format: 'date-time' }) readonly now: string;
  @ApiProperty({ type: NamedDto }) readonly team: NamedDto;
  @ApiProperty({ type: [NamedDto], description: 'Teams that this reader answers for' })
  readonly teams: readonly NamedDto[];
  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(BOARD_FIGURES.map((figure) => [figure, COUNT])),
    required: [...BOARD_FIGURES],
    selfRequired: true,
  })
  readonly figures: Readonly<Record<BoardFigure, number>>;
  @ApiProperty({ ...COUNT, description: 'Cases that are restricted to a circle, whoever is in it' })
  readonly restricted: number;
  @ApiProperty({ type: 'integer', description: 'Days back over which attempts and incidents are counted' })
  readonly days: number;
  @ApiProperty({ type: 'integer', description: 'Due within so many days is soon' }) readonly soonDays: number;
  @ApiProperty({ type: [BoardPersonDto] }) readonly people: readonly BoardPersonDto[];
  @ApiProperty({ type: [BoardProtocolDto] }) readonly protocols: readonly BoardProtocolDto[];
}

export class BoardCaseDto {
  @ApiProperty({ type: CaseFileSummaryDto }) readonly case: CaseFileSummaryDto;
  @ApiProperty({
    format: 'date-time',
    description: 'Due date, opening, or last attempt, as the figure has it',
  })
  readonly at: string;
}

export class BoardCasePageDto {
  @ApiProperty({ type: [BoardCaseDto] }) readonly items: readonly BoardCaseDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}
