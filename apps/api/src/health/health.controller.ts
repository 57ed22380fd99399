import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { OpenDoor } from '../platform/act';
import { correlationOf } from '../platform/correlation';
import { Refuses } from '../platform/openapi';
import { Refusal } from '../platform/refusal';
import { Spaces } from '../platform/spaces';
import { UnitOfWork } from '../platform/unit-of-work';

class HealthDto {
  @ApiProperty({ enum: ['ok'] }) readonly status: 'ok';
}

@ApiTags('health')
@OpenDoor()
@Controller(['health', 'api/health'])
export class HealthController {
  constructor(
    private readonly spaces: Spaces,
    private readonly unit: UnitOfWork,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Address book and default space can be reached and are migrated' })
  @ApiOkResponse({ type: HealthDto })
  @Refuses('unavailable')
  async ready(@Res({ passthrough: true }) response: Response): Promise<HealthDto> {
    try {
      await this.spaces.ping();
      const space = await this.spaces.find(null);
      if (!space) throw new Refusal('unavailable');
      await this.unit.unrecorded('system:session', { space, correlation: correlationOf(response) }, () =>
        this.unit.manager.query('SELECT seq FROM ledger_event LIMIT 1'),
      );
      return { status: 'ok' };
    } catch {
      throw new Refusal('unavailable');
    }
  }
}
