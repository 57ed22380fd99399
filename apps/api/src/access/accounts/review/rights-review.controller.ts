import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ParseUuid } from '../../../platform/requests/parse-uuid';
import { Route } from '../../../platform/routes/route';
import { RightsDueListDto, RightsReviewDto } from './rights-review.dto';
import { RightsReviewService } from './rights-review.service';

@ApiTags('administration')
@Controller('rights-reviews')
export class RightsReviewController {
  constructor(private readonly reviews: RightsReviewService) {}

  @Route('GET', {
    summary: 'Accounts whose roles and teams are to be confirmed, the most overdue first',
    act: 'rights-review.list',
    purpose: 'administration',
    needs: { on: 'accounts' },
    answers: RightsDueListDto,
    refuses: ['not-allowed'],
  })
  async listDueReviews(): Promise<RightsDueListDto> {
    return { items: await this.reviews.due() };
  }

  @Route('POST :accountId', {
    summary: 'Confirm or withdraw the rights of an account, as the reviewer saw them',
    act: 'rights-review.settle',
    purpose: 'administration',
    needs: { on: 'accounts' },
    once: false,
    answers: null,
    refuses: ['not-allowed', 'step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media'],
  })
  settleReview(
    @Param('accountId', new ParseUuid()) accountId: string,
    @Body() review: RightsReviewDto,
  ): Promise<void> {
    return this.reviews.review(accountId, review);
  }
}
