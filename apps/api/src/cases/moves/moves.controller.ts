import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { MoveRunRequest } from '@repere/cases';
import { Matches } from 'class-validator';
import { Act } from '../../platform/act';
import { readIfMatch } from '../../platform/if-match';
import { Refuses } from '../../platform/openapi';
import { PlainText } from '../../platform/plain-text';
import { ActDoneDto } from '../case-file.dto';
import { CaseReader } from '../case-reader';
import { MoveRun } from './move-run.service';

export class MoveRunDto implements MoveRunRequest {
  @ApiProperty({ example: '1.1.0' })
  @Matches(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)
  readonly version: string;

  @ApiProperty({ maxLength: 2_000, description: 'Why this case goes on under the other version' })
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

  @Post()
  @HttpCode(200)
  @Act('run.move', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Go on under another version of the protocol, with the reason. For supervisors' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The `seq` that was read: `"12"`' })
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses('invalid', 'not-found', 'not-allowed', 'precondition-missing', 'stale', 'refused')
  async move(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Body() body: MoveRunDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    const seq = readIfMatch(seen);
    return this.moving.move(await this.reader.lock(id, 'approve'), runId, body, seq);
  }
}
