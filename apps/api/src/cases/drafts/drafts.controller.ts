import { Body, Controller, Delete, Headers, HttpCode, Param, Put } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { readIfMatch } from '../../platform/if-match';
import { DraftSavedDto, SaveDraftDto } from './draft.dto';
import { SaveDraftService } from './save-draft.service';

@ApiTags('steps')
@Controller('case-files/:id/runs/:runId/steps/:step/draft')
@Refuses('not-found')
export class DraftsController {
  constructor(private readonly drafts: SaveDraftService) {}

  @Put()
  @Act('draft.save', { isUnrecorded: true })
  @ApiOperation({ summary: 'Keep what one has typed; it is never validated and never part of the record' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The `revision` seen; `"0"` for the first' })
  @ApiOkResponse({ type: DraftSavedDto })
  @Refuses('invalid', 'precondition-missing', 'stale', 'too-large', 'not-allowed')
  save(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() body: SaveDraftDto,
    @Headers('If-Match') seen?: string,
  ): Promise<DraftSavedDto> {
    return this.drafts.save(id, { runId, step }, body, readIfMatch(seen));
  }

  @Delete()
  @HttpCode(204)
  @Act('draft.discard')
  @ApiOperation({ summary: 'Throw one’s draft away' })
  @ApiNoContentResponse()
  discard(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
  ): Promise<void> {
    return this.drafts.discard(id, { runId, step });
  }
}
