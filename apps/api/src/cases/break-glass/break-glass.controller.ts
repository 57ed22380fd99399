import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { StepUp } from '../../access/factors/step-up';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { BreakGlassDto, BreakGlassReviewsDto, BrokenGlassDto, ReviewBreakGlassDto } from './break-glass.dto';
import { BreakGlassService } from './break-glass.service';
import { ReviewBreakGlassService } from './review-break-glass.service';

/** Whoever sits there has shown this recently that it is them. */
const FRESH_MINUTES = 5;
const KEY = { name: 'Idempotency-Key', required: true } as const;

@ApiTags('access')
@Controller('break-glass')
export class BreakGlassController {
  constructor(
    private readonly glass: BreakGlassService,
    private readonly reviews: ReviewBreakGlassService,
    private readonly stepUp: StepUp,
  ) {}

  @Post()
  @HttpCode(200)
  @Act('break-glass.open', { idempotent: true })
  @ApiOperation({
    summary: 'Open a case in an emergency, for 60 minutes: to read it, and to record what protects',
  })
  @ApiHeader(KEY)
  @ApiOkResponse({ type: BrokenGlassDto })
  @Refuses('invalid', 'not-allowed', 'not-found', 'refused', 'too-many', 'step-up-required')
  open(@Body() body: BreakGlassDto): Promise<BrokenGlassDto> {
    this.stepUp.require(FRESH_MINUTES);
    return this.glass.open(body);
  }

  @Get('reviews')
  @Act('break-glass.reviews', { purpose: 'supervision' })
  @ApiOperation({ summary: 'Emergency accesses that wait for a review in the reader’s teams, due first' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: BreakGlassReviewsDto })
  @Refuses('invalid', 'not-allowed')
  list(@Query('cursor') cursor?: string): Promise<BreakGlassReviewsDto> {
    return this.reviews.list(cursor);
  }

  @Post(':id/end')
  @HttpCode(204)
  @Act('break-glass.end', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'End an emergency access at once; its review is still due' })
  @ApiHeader(KEY)
  @ApiNoContentResponse()
  @Refuses('not-found', 'refused')
  end(@Param('id') id: string): Promise<void> {
    return this.reviews.end(id);
  }

  @Post(':id/review')
  @HttpCode(204)
  @Act('break-glass.review', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Say whether an emergency access was justified' })
  @ApiHeader(KEY)
  @ApiNoContentResponse()
  @Refuses('invalid', 'not-found', 'refused')
  review(@Param('id') id: string, @Body() body: ReviewBreakGlassDto): Promise<void> {
    return this.reviews.review(id, body);
  }
}
