import { ApiProperty } from '@nestjs/swagger';
import { DIRECTORY_KINDS, type DirectoryKind } from '@repere/directory';
import { PlainText } from '../../platform/answers/plain-text';
import { WordsDto } from '../../platform/answers/words.dto';

/** Signs of a table, at most: five thousand services whose lines are full. */
export const TABLE_MAX = 2_500_000;

export class ServiceTableDto {
  @ApiProperty({
    description:
      'A table as spreadsheets write it: semicolons, tabs or commas, its first line naming columns',
  })
  @PlainText(TABLE_MAX)
  readonly table: string;
}

export class TableProblemDto {
  @ApiProperty({ description: 'Number of the line in the file, from 1' }) readonly line: number;
  @ApiProperty({ type: String, nullable: true, description: 'What the column is called' })
  readonly column: string | null;
  @ApiProperty({ description: 'Of what can’t be read, or as the form for one service refuses it' })
  readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
  @ApiProperty({ description: 'What stands there, shortened' }) readonly found: string;
}

export class PreviewedServiceDto {
  @ApiProperty() readonly line: number;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: DIRECTORY_KINDS }) readonly kind: DirectoryKind;
  @ApiProperty({ type: [String], description: 'Names of territories; none: the whole country' })
  readonly territories: readonly string[];
}

/** What taking a table in would do; nothing was changed. */
export class ImportPreviewDto {
  @ApiProperty({ description: 'Services that would be added' }) readonly added: number;
  @ApiProperty({ type: [PreviewedServiceDto], description: 'The first of them' })
  readonly first: readonly PreviewedServiceDto[];
  @ApiProperty({ description: 'Lines that are in the directory already: same name, same territories' })
  readonly known: number;
  @ApiProperty({ description: 'How much is wrong in all' }) readonly wrong: number;
  @ApiProperty({ type: [TableProblemDto], description: 'The first that is wrong, by line' })
  readonly problems: readonly TableProblemDto[];
  @ApiProperty({
    type: [String],
    description: 'Titles of columns that nobody reads: what they say would be lost',
  })
  readonly unread: readonly string[];
  @ApiProperty({ type: [String], description: 'What columns may be called' })
  readonly columns: readonly string[];
}

export class ServiceImportDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty() readonly by: string;
  @ApiProperty({ description: 'Services that it added' }) readonly services: number;
  @ApiProperty({ description: 'Of these, those that undoing would take away: nobody touched them since' })
  readonly untouched: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly undoneAt: string | null;
}

export class ServiceImportsDto {
  @ApiProperty({ type: [ServiceImportDto], description: 'The newest first, twenty at most' })
  readonly items: readonly ServiceImportDto[];
}
