import { Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Route } from '../../platform/routes/route';
import { LeadTokens } from '../play/lead-tokens';
import { ClassAnswers } from './class-answers.service';

/** What a scenario expects and no machine sees: whoever leads ticks it. In a live space there is nothing of the kind. */
@ApiTags('training')
@Controller('training/expectations/:expectation')
export class ExpectationsController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly answers: ClassAnswers,
  ) {}

  @Route('PUT', {
    summary: 'Tick an expectation: the class was seen to do it now',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: ['not-found', 'not-allowed', 'cross-site', 'too-many', 'unavailable'],
  })
  tick(@Param('expectation') expectation: string, @Req() request: Request): Promise<void> {
    return this.leads.asLead(request, (place) => this.answers.tick(place, expectation, true));
  }

  @Route('DELETE', {
    summary: 'Take a tick back',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: ['not-found', 'not-allowed', 'cross-site', 'too-many', 'unavailable'],
  })
  untick(@Param('expectation') expectation: string, @Req() request: Request): Promise<void> {
    return this.leads.asLead(request, (place) => this.answers.tick(place, expectation, false));
  }
}
