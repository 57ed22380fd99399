import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { readIfMatch } from '../../platform/if-match';
import { Refuses } from '../../platform/openapi';
import { DraftFinder } from './draft-finder';
import { DraftPage } from './draft-page.service';
import { AddCommentDto, ProtocolDraftDto, SendBackDto } from './drafts.dto';
import { PublishDraft } from './publish-draft.service';
import { ReviewDraft } from './review-draft.service';

const SEEN = { name: 'If-Match', required: true, description: 'The revision that was read: `"3"`' } as const;

/** What happens to a draft once it is written. Every act gives the draft as it is afterwards. */
@ApiTags('protocol drafts')
@Controller('protocol-drafts/:id')
@Refuses('not-found', 'not-allowed', 'refused')
export class ReviewController {
  constructor(
    private readonly finder: DraftFinder,
    private readonly page: DraftPage,
    private readonly reviewing: ReviewDraft,
    private readonly publishing: PublishDraft,
  ) {}

  @Post('explorations')
  @HttpCode(202)
  @Act('protocol-draft.explore', { idempotent: true })
  @ApiOperation({ summary: 'Explore this revision in the background; the draft says how far it is' })
  @ApiAcceptedResponse({ type: ProtocolDraftDto })
  async explore(@Param('id') id: string): Promise<ProtocolDraftDto> {
    await this.reviewing.explore(id);
    return this.show(id);
  }

  @Post('submit')
  @HttpCode(200)
  @Act('protocol-draft.submit', { idempotent: true })
  @ApiOperation({ summary: 'Ask a second person to look at this revision' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ProtocolDraftDto })
  @Refuses('precondition-missing', 'stale')
  async submit(@Param('id') id: string, @Headers('If-Match') seen?: string): Promise<ProtocolDraftDto> {
    await this.reviewing.submit(id, readIfMatch(seen));
    return this.show(id);
  }

  @Post('approve')
  @HttpCode(200)
  @Act('protocol-draft.approve', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Approve exactly this revision; never one’s own' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ProtocolDraftDto })
  @Refuses('precondition-missing', 'stale')
  async approve(@Param('id') id: string, @Headers('If-Match') seen?: string): Promise<ProtocolDraftDto> {
    await this.reviewing.approve(id, readIfMatch(seen));
    return this.show(id);
  }

  @Post('accept-loss')
  @HttpCode(200)
  @Act('protocol-draft.accept-loss', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Say why it is acceptable that what was proven is so no longer; neither author nor approver' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ProtocolDraftDto })
  @Refuses('invalid', 'precondition-missing', 'stale')
  async acceptLoss(
    @Param('id') id: string,
    @Body() { reason }: SendBackDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ProtocolDraftDto> {
    await this.reviewing.acceptLoss(id, reason, readIfMatch(seen));
    return this.show(id);
  }

  @Post('send-back')
  @HttpCode(200)
  @Act('protocol-draft.send-back', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Send it back to its author, with the reason' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ProtocolDraftDto })
  @Refuses('invalid', 'precondition-missing', 'stale')
  async sendBack(
    @Param('id') id: string,
    @Body() { reason }: SendBackDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ProtocolDraftDto> {
    await this.reviewing.sendBack(id, reason, readIfMatch(seen));
    return this.show(id);
  }

  @Post('publish')
  @HttpCode(200)
  @Act('protocol.publish', { idempotent: true })
  @ApiOperation({ summary: 'Publish it: nothing, or everything at once' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ProtocolDraftDto })
  @Refuses('precondition-missing', 'stale', 'conflict')
  async publish(@Param('id') id: string, @Headers('If-Match') seen?: string): Promise<ProtocolDraftDto> {
    await this.publishing.publish(id, readIfMatch(seen));
    return this.show(id);
  }

  @Post('abandon')
  @HttpCode(200)
  @Act('protocol-draft.abandon', { idempotent: true })
  @ApiOperation({ summary: 'Give it up; it stays readable' })
  @ApiOkResponse({ type: ProtocolDraftDto })
  async abandon(@Param('id') id: string): Promise<ProtocolDraftDto> {
    await this.reviewing.abandon(id);
    return this.show(id);
  }

  @Post('comments')
  @HttpCode(200)
  @Act('protocol-draft.comment', { idempotent: true })
  @ApiOperation({ summary: 'Write beside a draft, at a line or step' })
  @ApiOkResponse({ type: ProtocolDraftDto })
  @Refuses('invalid')
  async comment(@Param('id') id: string, @Body() comment: AddCommentDto): Promise<ProtocolDraftDto> {
    await this.reviewing.comment(id, comment);
    return this.show(id);
  }

  @Post('comments/:commentId/settle')
  @HttpCode(200)
  @Act('protocol-draft.settle-comment', { idempotent: true })
  @ApiOperation({ summary: 'A comment is settled' })
  @ApiOkResponse({ type: ProtocolDraftDto })
  async settle(@Param('id') id: string, @Param('commentId') commentId: string): Promise<ProtocolDraftDto> {
    await this.reviewing.settle(id, commentId);
    return this.show(id);
  }

  private async show(id: string): Promise<ProtocolDraftDto> {
    const { draft, shelf } = await this.finder.read(id);
    return this.page.show(draft, shelf);
  }
}
