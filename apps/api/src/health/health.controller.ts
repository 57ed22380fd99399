import { Controller, Header, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { RECORD_STATES, RecordHealth, type RecordState } from '../ledger/record-health';
import { correlationOf } from '../platform/requests/correlation';
import { Refusal } from '../platform/refusals/refusal';
import { Route } from '../platform/routes/route';
import { text } from '../platform/routes/route-answers';
import { Spaces } from '../platform/spaces/spaces';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { Metrics } from './metrics';

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
@Controller(['health', 'api/health'])
export class HealthController {
  constructor(
    private readonly spaces: Spaces,
    private readonly unit: UnitOfWork,
    private readonly record: RecordHealth,
    private readonly figures: Metrics,
  ) {}

  @Route('GET live', {
    summary: 'The process answers',
    act: null,
    unbound: 'shows-no-case',
    needs: { on: 'open' },
    answers: HealthDto,
    refuses: [],
  })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Route('GET metrics', {
    summary:
      'Answers by status, connections and who waits, of each process of this machine, as Prometheus reads them; about nobody',
    act: null,
    unbound: 'shows-no-case',
    needs: { on: 'open' },
    answers: text('text/plain'),
    refuses: [],
  })
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return this.figures.print();
  }

  @Route('GET ready', {
    summary: 'Address book and default space can be reached and are migrated',
    act: null,
    unbound: 'shows-no-case',
    needs: { on: 'open' },
    answers: ReadinessDto,
    refuses: ['unavailable'],
  })
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessDto> {
    try {
      await this.spaces.ping();
      const space = await this.spaces.findSpace(null);
      if (!space) throw new Refusal('unavailable');
      const place = { space, correlation: correlationOf(response) };
      const record = await this.unit.unrecorded('system:session', place, () => this.record.state());
      return { status: 'ok', record };
    } catch {
      throw new Refusal('unavailable');
    }
  }
}
