import { Body, Controller, Headers, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readIfMatch } from '../../platform/requests/if-match';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { SaveMinutesDraftDto } from '../conference-sent.dto';
import { MinutesDraftSavedDto } from '../conferences.dto';
import { SaveMinutesDraftService } from './save-minutes-draft.service';

const WRITES = { on: 'case-file', act: 'write' } as const;

@ApiTags('conferences')
@Controller('case-files/:id/conferences/:appointmentId/minutes-draft')
export class MinutesDraftsController {
  constructor(private readonly drafts: SaveMinutesDraftService) {}

  @Route('PUT', {
    summary: 'Keep minutes as one types them; they are never validated and never part of the record',
    act: 'conference.save-draft',
    purpose: 'care',
    isUnrecorded: true,
    needs: WRITES,
    once: false,
    goesOn: 'keeps-draft',
    ifMatch: 'revision',
    answers: MinutesDraftSavedDto,
    refuses: ['invalid', 'too-large'],
  })
  saveDraft(
    @Param('id') id: string,
    @Param('appointmentId', new ParseUuid()) appointmentId: string,
    @Body() body: SaveMinutesDraftDto,
    @Headers('If-Match') seen?: string,
  ): Promise<MinutesDraftSavedDto> {
    return this.drafts.saveDraft(id, appointmentId, body, readIfMatch(seen));
  }

  @Route('DELETE', {
    summary: 'Throw one’s draft of minutes away',
    act: 'conference.discard-draft',
    purpose: 'care',
    needs: WRITES,
    once: false,
    answers: null,
    refuses: [],
  })
  discard(
    @Param('id') id: string,
    @Param('appointmentId', new ParseUuid()) appointmentId: string,
  ): Promise<void> {
    return this.drafts.discard(id, appointmentId);
  }
}
