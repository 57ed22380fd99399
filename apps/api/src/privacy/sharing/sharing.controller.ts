import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { MadeDto } from '../retention/retention.dto';
import { RecordSharingService } from './record-sharing.service';
import { RecordSharingDto } from './sharing.dto';

@ApiTags('privacy')
@Controller('case-files/:id/sharing')
export class SharingController {
  constructor(private readonly sharing: RecordSharingService) {}

  @Post()
  @HttpCode(201)
  @Act('sharing.record', { idempotent: true })
  @ApiOperation({
    summary:
      'Record what was told to whom, on which ground; nothing is ever changed: a correction is another line',
  })
  @ApiCreatedResponse({ type: MadeDto })
  @Refuses('not-found', 'not-allowed', 'refused', 'invalid')
  record(@Param('id') id: string, @Body() body: RecordSharingDto): Promise<MadeDto> {
    return this.sharing.record(id, body);
  }
}
