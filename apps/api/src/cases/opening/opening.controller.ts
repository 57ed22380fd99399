import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { DuplicateMatch } from '@repere/cases';
import type { Response } from 'express';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { UnitOfWork } from '../../platform/unit-of-work';
import { WordsDto } from '../../platform/words.dto';
import { CaseFileDto } from '../case-file.dto';
import { CaseReader } from '../case-reader';
import { ShowDuplicatesService } from '../duplicates/show-duplicates.service';
import { CasePageService } from '../page/case-page.service';
import { OpenCaseFileService } from './open-case-file.service';
import { DuplicateSearchDto, OpenCaseFileDto } from './open-case-file.dto';

class LikenessDto {
  @ApiProperty({ enum: ['same-name', 'sounds-alike', 'same-phone', 'birth-overlaps'] }) readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
}

class DuplicateMatchDto implements DuplicateMatch {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty() readonly calledName: string;
  @ApiProperty({ required: false }) readonly birth?: string;
  @ApiProperty({ type: String, nullable: true }) readonly lead: string | null;
  @ApiProperty({ type: [LikenessDto] }) readonly why: readonly LikenessDto[];
}

class DuplicateMatchesDto {
  @ApiProperty({ type: [DuplicateMatchDto] }) readonly items: readonly DuplicateMatchDto[];
}

@ApiTags('cases')
@Controller('case-files')
export class OpeningController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly opening: OpenCaseFileService,
    private readonly duplicates: ShowDuplicatesService,
    private readonly reader: CaseReader,
    private readonly page: CasePageService,
  ) {}

  @Post()
  @Act('case-file.open', { idempotent: true })
  @ApiOperation({ summary: 'Open a case with almost nothing: danger first, identification starts by itself' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: CaseFileDto })
  @Refuses('invalid', 'key-missing', 'key-reused', 'refused', 'conflict', 'not-allowed', 'too-many')
  async open(
    @Body() body: OpenCaseFileDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseFileDto> {
    const id = await this.opening.open(body);
    const file = await this.reader.read(id);
    response.setHeader('ETag', `"${String(file.seq)}"`);
    return this.page.show(file);
  }

  @Post('duplicates')
  @HttpCode(200)
  @Act('case-file.duplicates')
  @ApiOperation({
    summary: 'Cases that may be about the same child, with why. Only those that the reader may see',
  })
  @ApiOkResponse({ type: DuplicateMatchesDto })
  @Refuses('invalid', 'not-allowed', 'too-many')
  async find(@Body() { child }: DuplicateSearchDto): Promise<DuplicateMatchesDto> {
    const items = await this.duplicates.show(child);
    this.unit.shows(items.map(({ caseFileId }) => caseFileId));
    return { items };
  }
}
