import { Body, Controller, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { UnitOfWork } from '../../platform/unit-of-work';
import { WordsDto } from '../../platform/words.dto';
import { CaseFileDto } from '../page/case-file.dto';
import { CaseReader } from '../reading/case-reader';
import { ShowDuplicatesService } from '../duplicates/show-duplicates.service';
import { CasePageService } from '../page/case-page.service';
import { OpenCaseFileService } from './open-case-file.service';
import { DuplicateSearchDto, OpenCaseFileDto } from './open-case-file.dto';

class LikenessDto {
  @ApiProperty({ enum: ['same-name', 'sounds-alike', 'same-phone', 'birth-overlaps'] }) readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
}

export class DuplicateMatchDto {
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

  @Route('POST', {
    summary: 'Open a case with almost nothing: danger first, identification starts by itself',
    act: 'case-file.open',
    purpose: 'care',
    needs: { on: 'team', act: 'open' },
    once: true,
    answers: created(CaseFileDto),
    refuses: ['invalid', 'refused', 'conflict', 'too-many'],
  })
  async open(
    @Body() body: OpenCaseFileDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseFileDto> {
    const id = await this.opening.open(body);
    const file = await this.reader.read(id);
    response.setHeader('ETag', `"${String(file.seq)}"`);
    return this.page.show(file);
  }

  @Route('POST duplicates', {
    summary: 'Cases that may be about the same child, with why. Only those that the reader may see',
    act: 'case-file.duplicates',
    purpose: 'care',
    needs: { on: 'team', act: 'open' },
    once: false,
    answers: DuplicateMatchesDto,
    refuses: ['invalid', 'too-many'],
  })
  async find(@Body() { child }: DuplicateSearchDto): Promise<DuplicateMatchesDto> {
    const items = await this.duplicates.show(child);
    this.unit.shows(items.map(({ caseFileId }) => caseFileId));
    return { items };
  }
}
