import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Act } from '../platform/act';
import { Refuses } from '../platform/openapi';
import { ReceivedReferralsService } from './received-referrals.service';
import { ReceivedReferralsDto } from './referral.dto';

@ApiTags('access')
@Controller('referrals')
export class ReceivedReferralsController {
  constructor(private readonly received: ReceivedReferralsService) {}

  @Get()
  @Act('referral.list')
  @ApiOperation({ summary: 'Cases of which a part is open to the partner who asks, the nearest end first' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: ReceivedReferralsDto })
  @Refuses('not-allowed', 'invalid')
  list(@Query('cursor') cursor?: string): Promise<ReceivedReferralsDto> {
    return this.received.list(cursor);
  }
}
