import { Controller, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { fileOf } from '../../platform/answers/file-of';
import { readerLanguage } from '../../platform/requests/reader-language';
import { binary } from '../../platform/routes/route-answers';
import { Route } from '../../platform/routes/route';
import { UnmetNeedsDto } from './unmet-needs.dto';
import { UnmetNeedsService } from './unmet-needs.service';

@ApiTags('directory')
@Controller('unmet-needs')
export class UnmetNeedsController {
  constructor(private readonly unmet: UnmetNeedsService) {}

  @Route('GET', {
    summary: 'Needs of children of one’s teams that nobody meets, counted by département, need and reason',
    act: 'need.unmet',
    purpose: 'care',
    needs: { on: 'team', act: 'approve' },
    answers: UnmetNeedsDto,
    refuses: [],
  })
  listUnmet(): Promise<UnmetNeedsDto> {
    return this.unmet.listUnmet();
  }

  @Route('GET export', {
    summary:
      'The figures as a table (CSV) to pass on: no child, case or day, none below five; recorded with how many they are',
    act: 'need.export',
    purpose: 'care',
    needs: { on: 'team', act: 'approve' },
    answers: binary('text/csv'),
    refuses: ['refused'],
  })
  async exportUnmet(@Req() request: Request): Promise<StreamableFile> {
    const text = await this.unmet.exportUnmet(readerLanguage(request));
    return fileOf(Buffer.from(text), 'text/csv; charset=utf-8', 'besoins-non-couverts.csv');
  }
}
