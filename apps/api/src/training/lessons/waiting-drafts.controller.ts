import { Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { DraftFinder } from '../../protocols/drafts/draft-finder';
import { DraftEffectDto, WaitingDraftDto } from './lessons.dto';
import { TryLessons } from './try-lessons.service';

/** Drafts that wait, for who teaches: what they would change of the exercises, before they are published. Their texts stay with who reviews. */
@ApiTags('training')
@Controller('training/drafts')
export class WaitingDraftsController {
  constructor(
    private readonly drafts: DraftFinder,
    private readonly trying: TryLessons,
  ) {}

  @Route('GET', {
    summary: 'Drafts that wait for approval or for being published: protocol, number and title alone',
    act: 'training.drafts',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    answers: [WaitingDraftDto],
    refuses: [],
  })
  async listDrafts(): Promise<WaitingDraftDto[]> {
    return [...(await this.drafts.listWaiting())];
  }

  @Route('GET :draftId/lessons', {
    summary: 'Which exercises such a draft would change, by title and child',
    act: 'training.draft-lessons',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    answers: DraftEffectDto,
    refuses: ['not-found', 'refused'],
  })
  readEffect(@Param('draftId') id: string): Promise<DraftEffectDto> {
    return this.trying.tryWaiting(id);
  }
}
