import { Body, Controller, Headers, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readIfMatch } from '../../platform/requests/if-match';
import { Route } from '../../platform/routes/route';
import { DraftSavedDto, SaveDraftDto } from './draft.dto';
import { SaveDraftService } from './save-draft.service';

@ApiTags('steps')
@Controller('case-files/:id/runs/:runId/steps/:step/draft')
export class DraftsController {
  constructor(private readonly drafts: SaveDraftService) {}

  @Route('PUT', {
    summary: 'Keep what one has typed; it is never validated and never part of the record',
    act: 'draft.save',
    purpose: 'care',
    isUnrecorded: true,
    needs: { on: 'case-file', act: 'protect' },
    once: false,
    goesOn: 'keeps-draft',
    ifMatch: 'revision',
    answers: DraftSavedDto,
    refuses: ['invalid', 'too-large', 'not-allowed'],
  })
  saveDraft(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() body: SaveDraftDto,
    @Headers('If-Match') seen?: string,
  ): Promise<DraftSavedDto> {
    return this.drafts.saveDraft(id, { runId, step }, body, readIfMatch(seen));
  }

  @Route('DELETE', {
    summary: 'Throw one’s draft away',
    act: 'draft.discard',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    once: false,
    answers: null,
    refuses: [],
  })
  discard(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
  ): Promise<void> {
    return this.drafts.discard(id, { runId, step });
  }
}
