import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { RECORD_STATES, RecordHealth, type RecordState } from '../ledger/record-health';
import { OpenDoor } from '../platform/act';
import { correlationOf } from '../platform/correlation';
import { Refuses } from '../platform/openapi';
import { Refusal } from '../platform/refusal';
import { Spaces } from '../platform/spaces';
import { UnitOfWork } from '../platform/unit-of-work';
import { AnswerCounts } from './answer-counts';

class HealthDto {
  @ApiProperty({ enum: ['ok'] }) readonly status: 'ok';
}

class ReadinessDto extends HealthDto {
  @ApiProperty({
    enum: RECORD_STATES,
    description:
      '`kept`: events get their places and checkpoints are signed, here or by another process; `behind`: one waits for more than ' +
      'ten seconds; else why the signer, which is this process, refuses: docs/record.md',
  })
  readonly record: RecordState;
}

@ApiTags('health')
@OpenDoor()
@Controller(['health', 'api/health'])
export class HealthController {
  constructor(
    private readonly spaces: Spaces,
    private readonly unit: UnitOfWork,
    private readonly record: RecordHealth,
    private readonly answers: AnswerCounts,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Answers of this process by status, as Prometheus reads them; about nobody' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ type: String })
  metrics(): string {
    return this.answers.print();
  }

  @Get('ready')
  @ApiOperation({ summary: 'Address book and default space can be reached and are migrated' })
  @ApiOkResponse({ type: ReadinessDto })
  @Refuses('unavailable')
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessDto> {
    try {
      await this.spaces.ping();
      const space = await this.spaces.find(null);
      if (!space) throw new Refusal('unavailable');
      const place = { space, correlation: correlationOf(response) };
      const record = await this.unit.unrecorded('system:session', place, () => this.record.state());
      return { status: 'ok', record };
    } catch {
      throw new Refusal('unavailable');
    }
  }
}
