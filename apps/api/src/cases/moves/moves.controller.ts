import { Body, Controller, Headers, Param } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { readIfMatch } from '../../platform/requests/if-match';
import { PlainText } from '../../platform/answers/plain-text';
import { Route } from '../../platform/routes/route';
import { ActDoneDto } from '../page/case-file.dto';
import { CaseReader } from '../reading/case-reader';
import { MoveRun } from './move-run.service';

export class MoveRunRequestDto {
  @ApiProperty({ example: '1.1.0' })
  @Matches(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)
  readonly version: string;

  @ApiProperty({ description: 'Why this case goes on under the other version' })
  @PlainText(2_000)
  readonly reason: string;
}

@ApiTags('cases')
@Controller('case-files/:id/runs/:runId/move')
export class MovesController {
  constructor(
    private readonly reader: CaseReader,
    private readonly moving: MoveRun,
  ) {}

  @Route('POST', {
    summary: 'Go on under another version of the protocol, with the reason. For supervisors',
    act: 'run.move',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'approve' },
    once: true,
    ifMatch: 'seq',
    answers: ActDoneDto,
    refuses: ['invalid', 'refused'],
  })
  async moveRun(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Body() body: MoveRunRequestDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    const seq = readIfMatch(seen);
    return this.moving.moveRun(await this.reader.lock(id), runId, body, seq);
  }
}
