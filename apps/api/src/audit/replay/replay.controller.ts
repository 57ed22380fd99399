import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { CaseAsKnownDto, ReplayDto } from './replay.dto';
import { ReplayService } from './replay.service';

@ApiTags('audit')
@Controller('case-files/:id')
export class ReplayController {
  constructor(private readonly replay: ReplayService) {}

  @Route('GET replay', {
    summary: 'The life of the case: when the page changed, by an act or by a date that passed',
    act: 'case-file.replay',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    answers: ReplayDto,
    refuses: [],
  })
  life(@Param('id') id: string): Promise<ReplayDto> {
    return this.replay.life(id);
  }

  @Route('GET as-known', {
    summary: 'The case page as it was known at a moment; read-only, redacted as the page of today is',
    act: 'case-file.replayed',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    query: [
      {
        name: 'at',
        description: '`seq` of an act, an ISO 8601 instant, or a day (its end where the case is)',
        example: '2026-03-12T10:00:00Z',
      },
    ],
    answers: CaseAsKnownDto,
    refuses: ['invalid'],
  })
  asKnown(@Param('id') id: string, @Query('at') at?: string): Promise<CaseAsKnownDto> {
    return this.replay.asKnown(id, at);
  }
}
