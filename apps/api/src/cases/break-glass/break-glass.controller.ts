import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { StepUp } from '../../access/factors/second-step/step-up';
import { Route } from '../../platform/routes/route';
import { BreakGlassDto, BreakGlassReviewsDto, BrokenGlassDto, ReviewBreakGlassDto } from './break-glass.dto';
import { BreakGlassService } from './break-glass.service';
import { ReviewBreakGlassService } from './review-break-glass.service';

/** How recently one must have shown that it is them. */
const FRESH_MINUTES = 5;

@ApiTags('access')
@Controller('break-glass')
export class BreakGlassController {
  constructor(
    private readonly glass: BreakGlassService,
    private readonly reviews: ReviewBreakGlassService,
    private readonly stepUp: StepUp,
  ) {}

  @Route('POST', {
    summary: 'Open a case in an emergency, for 60 minutes: to read it, and to record what protects',
    act: 'break-glass.open',
    purpose: 'care',
    needs: { on: 'service', act: 'break-glass' },
    once: true,
    answers: BrokenGlassDto,
    refuses: ['invalid', 'refused', 'too-many', 'step-up-required'],
  })
  breakGlass(@Body() body: BreakGlassDto): Promise<BrokenGlassDto> {
    this.stepUp.require(FRESH_MINUTES);
    return this.glass.breakGlass(body);
  }

  @Route('GET reviews', {
    summary: 'Emergency accesses that wait for a review in the reader’s teams, due first',
    act: 'break-glass.reviews',
    purpose: 'supervision',
    needs: { on: 'team', act: 'review-break-glass' },
    query: [{ name: 'cursor', required: false }],
    answers: BreakGlassReviewsDto,
    refuses: ['invalid'],
  })
  listReviews(@Query('cursor') cursor?: string): Promise<BreakGlassReviewsDto> {
    return this.reviews.listReviews(cursor);
  }

  @Route('POST :id/end', {
    summary: 'End an emergency access at once; its review is still due',
    act: 'break-glass.end',
    purpose: 'supervision',
    needs: { on: 'own' },
    once: true,
    answers: null,
    refuses: ['refused'],
  })
  endEmergency(@Param('id') id: string): Promise<void> {
    return this.reviews.endEmergency(id);
  }

  @Route('POST :id/review', {
    summary: 'Say whether an emergency access was justified',
    act: 'break-glass.review',
    purpose: 'supervision',
    needs: { on: 'own' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  review(@Param('id') id: string, @Body() body: ReviewBreakGlassDto): Promise<void> {
    return this.reviews.review(id, body);
  }
}
