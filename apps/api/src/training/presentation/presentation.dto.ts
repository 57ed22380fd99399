import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, Matches, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import { WordsDto } from '../../platform/answers/words.dto';

const SLIDE_KINDS = ['opening', 'beat', 'inject', 'question', 'answer', 'debrief'] as const;
export const ROOM_WINDOWS = ['leading', 'projected', 'learning'] as const;
/** Of one browser: whoever leads has two windows, one of which is on the wall. */
export type RoomWindow = (typeof ROOM_WINDOWS)[number];

export class SlideDocumentDto {
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly says: WordsDto;
}

export class SlidePointDto {
  @ApiProperty({ type: WordsDto }) readonly says: WordsDto;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Of an answer alone; null: nothing is said' })
  readonly isRight: boolean | null;
  @ApiProperty({ type: WordsDto, nullable: true, description: 'Of an answer alone' })
  readonly because: WordsDto | null;
}

/** A slide as the room sees it: without notes. */
export class SlideDto {
  @ApiProperty({ example: 'beat:the-doubt' }) readonly id: string;
  @ApiProperty({ enum: SLIDE_KINDS }) readonly kind: (typeof SLIDE_KINDS)[number];
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto, nullable: true, description: 'A moment of the story' })
  readonly when: WordsDto | null;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly told: WordsDto | null;
  @ApiProperty({ type: WordsDto, nullable: true, description: 'What the child says' })
  readonly words: WordsDto | null;
  @ApiProperty({ type: [SlideDocumentDto] }) readonly documents: readonly SlideDocumentDto[];
  @ApiProperty({ type: [SlidePointDto] }) readonly points: readonly SlidePointDto[];
}

/** The same with what only whoever leads reads. */
export class ScriptSlideDto extends SlideDto {
  @ApiProperty({ type: [WordsDto] }) readonly notes: readonly WordsDto[];
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description:
      'When it came about, by the space’s clock; null: it has not, or it is nothing that comes about',
  })
  readonly cameAt: string | null;
}

export class PresentationScriptDto {
  @ApiProperty({ type: WordsDto, nullable: true, description: 'null: the space began empty' })
  readonly scenario: WordsDto | null;
  @ApiProperty({ type: [ScriptSlideDto] }) readonly slides: readonly ScriptSlideDto[];
}

/** What the room sees now. */
export class PresentationDto {
  @ApiProperty({ type: 'integer', description: 'Goes up with each change; 0: nothing was presented yet' })
  readonly position: number;
  @ApiProperty({ type: SlideDto, nullable: true, description: 'Where the course stands' })
  readonly slide: SlideDto | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Path of a page below the space: it is seen instead',
  })
  readonly page: string | null;
  @ApiProperty({ description: 'Learners look up: their screens wait' }) readonly isPaused: boolean;
  @ApiProperty({ description: 'Whether whoever asks leads here' }) readonly isLeading: boolean;
}

/** A page of this space: segments of letters, digits and a few signs, none of which leads upwards, elsewhere or to another space. */
const PAGE = /^(?!\/s(?:\/|$))(?:\/[\w+-][\w+.-]{0,99}){1,10}$/;

const PageOfSpace = (): PropertyDecorator =>
  ValidateBy({
    name: 'pageOfSpace',
    validator: { validate: (value: unknown) => typeof value === 'string' && PAGE.test(value) },
  });

export class PresentDto {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'The position that was seen: of two who change it at once one is told',
  })
  @Max(2_000_000_000)
  @Min(0)
  @IsInt()
  readonly after: number;

  @ApiProperty({ type: String, nullable: true, required: false, maxLength: 100, description: 'Its id' })
  @IsOptional()
  @MaxLength(100)
  @Matches(/^[\w:-]+$/)
  readonly slide?: string | null;

  @ApiProperty({
    ...{ type: String, nullable: true, required: false, maxLength: 300 },
    description:
      'Seen instead of the slide, at which the course stands meanwhile; neither: nothing is presented',
  })
  @IsOptional()
  @MaxLength(300)
  @PageOfSpace()
  readonly page?: string | null;

  @ApiProperty()
  @IsBoolean()
  readonly isPaused: boolean;
}
