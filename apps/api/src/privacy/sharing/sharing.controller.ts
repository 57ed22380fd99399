import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { MadeDto } from '../retention/retention.dto';
import { RecordSharingService } from './record-sharing.service';
import { RecordSharingDto } from './sharing.dto';

@ApiTags('privacy')
@Controller('case-files/:id/sharing')
export class SharingController {
  constructor(private readonly sharing: RecordSharingService) {}

  @Route('POST', {
    summary:
      'Record what was told to whom, on which ground; nothing is ever changed: a correction is another line',
    act: 'sharing.record',
    purpose: 'care',
    needs: { on: 'case-file', act: 'share' },
    once: true,
    answers: created(MadeDto),
    refuses: ['refused', 'invalid'],
  })
  recordSharing(@Param('id') id: string, @Body() body: RecordSharingDto): Promise<MadeDto> {
    return this.sharing.recordSharing(id, body);
  }
}
