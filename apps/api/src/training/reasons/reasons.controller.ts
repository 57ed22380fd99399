import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { LeadTokens } from '../play/lead-tokens';
import { RateReasons } from './rate-reasons.service';
import { RateReasonDto } from './reasons.dto';

/** Reasons that a class wrote, rated by whoever leads the training space. In a live space there is nothing of the kind. */
@ApiTags('training')
@Controller('training/reasons/:entryId')
export class ReasonsController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly reasons: RateReasons,
  ) {}

  @Route('PUT', {
    summary: 'Rate the reason that an act of the story gives, in place of the rating before',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: [
      ...(['invalid', 'not-found', 'not-allowed', 'refused', 'cross-site', 'too-many'] as const),
      ...(['unsupported-media', 'unavailable'] as const),
    ],
  })
  rate(
    @Param('entryId', ParseUuid) entryId: string,
    @Body() rating: RateReasonDto,
    @Req() request: Request,
  ): Promise<void> {
    return this.leads.asLead(request, (place) => this.reasons.rate(place, entryId, rating));
  }

  @Route('DELETE', {
    summary: 'Take the rating of a reason back: it counts nothing',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: ['not-found', 'not-allowed', 'cross-site', 'too-many', 'unavailable'],
  })
  takeBack(@Param('entryId', ParseUuid) entryId: string, @Req() request: Request): Promise<void> {
    return this.leads.asLead(request, (place) => this.reasons.takeBack(place, entryId));
  }
}
