import { Body, Controller, Headers, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readIfMatch } from '../../../platform/requests/if-match';
import { Route } from '../../../platform/routes/route';
import { accepted } from '../../../platform/routes/route-answers';
import { DraftFinder } from '../draft-finder';
import { DraftPage } from '../draft-page.service';
import { AddCommentDto, ProtocolDraftDto, SendBackDto } from '../drafts.dto';
import { PublishDraft } from '../publish-draft.service';
import { ReviewDraft } from './review-draft.service';

/** What happens to a draft once it is written. Every act gives the draft as it is afterwards. */
@ApiTags('protocol drafts')
@Controller('protocol-drafts/:id')
export class ReviewController {
  constructor(
    private readonly finder: DraftFinder,
    private readonly page: DraftPage,
    private readonly reviewing: ReviewDraft,
    private readonly publishing: PublishDraft,
  ) {}

  @Route('POST explorations', {
    summary: 'Explore this revision in the background; the draft says how far it is',
    act: 'protocol-draft.explore',
    purpose: 'care',
    needs: { on: 'service', act: 'edit-protocol' },
    once: true,
    answers: accepted(ProtocolDraftDto),
    refuses: ['refused'],
  })
  async explore(@Param('id') id: string): Promise<ProtocolDraftDto> {
    await this.reviewing.explore(id);
    return this.showDraft(id);
  }

  @Route('POST submit', {
    summary: 'Ask a second person to look at this revision',
    act: 'protocol-draft.submit',
    purpose: 'care',
    needs: { on: 'service', act: 'edit-protocol' },
    once: true,
    ifMatch: 'revision',
    answers: ProtocolDraftDto,
    refuses: ['refused'],
  })
  async submit(@Param('id') id: string, @Headers('If-Match') seen?: string): Promise<ProtocolDraftDto> {
    await this.reviewing.submit(id, readIfMatch(seen));
    return this.showDraft(id);
  }

  @Route('POST approve', {
    summary: 'Approve exactly this revision; never one’s own',
    act: 'protocol-draft.approve',
    purpose: 'supervision',
    needs: { on: 'service', act: 'review-protocol' },
    once: true,
    ifMatch: 'revision',
    answers: ProtocolDraftDto,
    refuses: ['refused'],
  })
  async approveDraft(@Param('id') id: string, @Headers('If-Match') seen?: string): Promise<ProtocolDraftDto> {
    await this.reviewing.approveDraft(id, readIfMatch(seen));
    return this.showDraft(id);
  }

  @Route('POST accept-loss', {
    summary: 'Say why it is acceptable that what was proven is so no longer; neither author nor approver',
    act: 'protocol-draft.accept-loss',
    purpose: 'supervision',
    needs: { on: 'service', act: 'review-protocol' },
    once: true,
    ifMatch: 'revision',
    answers: ProtocolDraftDto,
    refuses: ['refused', 'invalid'],
  })
  async acceptLoss(
    @Param('id') id: string,
    @Body() { reason }: SendBackDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ProtocolDraftDto> {
    await this.reviewing.acceptLoss(id, reason, readIfMatch(seen));
    return this.showDraft(id);
  }

  @Route('POST send-back', {
    summary: 'Send it back to its author, with the reason',
    act: 'protocol-draft.send-back',
    purpose: 'supervision',
    needs: { on: 'service', act: 'review-protocol' },
    once: true,
    ifMatch: 'revision',
    answers: ProtocolDraftDto,
    refuses: ['refused', 'invalid'],
  })
  async sendBack(
    @Param('id') id: string,
    @Body() { reason }: SendBackDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ProtocolDraftDto> {
    await this.reviewing.sendBack(id, reason, readIfMatch(seen));
    return this.showDraft(id);
  }

  @Route('POST publish', {
    summary: 'Publish it: nothing, or everything at once',
    act: 'protocol.publish',
    purpose: 'care',
    needs: { on: 'service', act: 'publish-protocol' },
    once: true,
    ifMatch: 'revision',
    answers: ProtocolDraftDto,
    refuses: ['refused', 'conflict'],
  })
  async publish(@Param('id') id: string, @Headers('If-Match') seen?: string): Promise<ProtocolDraftDto> {
    await this.publishing.publish(id, readIfMatch(seen));
    return this.showDraft(id);
  }

  @Route('POST abandon', {
    summary: 'Give it up; it stays readable',
    act: 'protocol-draft.abandon',
    purpose: 'care',
    needs: { on: 'service', act: 'edit-protocol' },
    once: true,
    answers: ProtocolDraftDto,
    refuses: ['refused'],
  })
  async abandon(@Param('id') id: string): Promise<ProtocolDraftDto> {
    await this.reviewing.abandon(id);
    return this.showDraft(id);
  }

  @Route('POST comments', {
    summary: 'Write beside a draft, at a line or step',
    act: 'protocol-draft.comment',
    purpose: 'care',
    needs: { on: 'service', act: 'review-protocol' },
    once: true,
    answers: ProtocolDraftDto,
    refuses: ['refused', 'invalid'],
  })
  async comment(@Param('id') id: string, @Body() comment: AddCommentDto): Promise<ProtocolDraftDto> {
    await this.reviewing.comment(id, comment);
    return this.showDraft(id);
  }

  @Route('POST comments/:commentId/settle', {
    summary: 'A comment is settled',
    act: 'protocol-draft.settle-comment',
    purpose: 'care',
    needs: { on: 'service', act: 'review-protocol' },
    once: true,
    answers: ProtocolDraftDto,
    refuses: ['refused'],
  })
  async settleComment(
    @Param('id') id: string,
    @Param('commentId') commentId: string,
  ): Promise<ProtocolDraftDto> {
    await this.reviewing.settleComment(id, commentId);
    return this.showDraft(id);
  }

  private async showDraft(id: string): Promise<ProtocolDraftDto> {
    const { draft, published } = await this.finder.readDraft(id);
    return this.page.showDraft(draft, published);
  }
}
