import { Controller, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { fileOf } from '../../platform/answers/file-of';
import { placeOfRequest } from '../../platform/requests/request-origin';
import { Route } from '../../platform/routes/route';
import { binary } from '../../platform/routes/route-answers';
import { Authentication } from '../../platform/unit/authentication';
import { LeadTokens } from '../play/lead-tokens';
import { DebriefQueryDto } from './debrief.dto';
import { PrintDebrief } from './print-debrief.service';

/** The debrief of a training space to hand out: for whoever leads always, for learners once the score is shown. */
@ApiTags('training')
@Controller('training/debrief')
export class DebriefController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly papers: PrintDebrief,
    private readonly authentication: Authentication,
  ) {}

  @Route('GET pdf', {
    summary: 'The debrief on paper (PDF/UA-1), for people without account; it names no learner',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: binary('application/pdf'),
    refuses: [
      ...(['invalid', 'unauthenticated', 'not-found', 'not-allowed', 'refused'] as const),
      ...(['too-many', 'unavailable'] as const),
    ],
  })
  async savePaper(
    @Query() { language = 'fr', notes = 'without' }: DebriefQueryDto,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const place = placeOfRequest(request);
    const asked = { language, withNotes: notes === 'with' };
    const { pdf, name } =
      place.space.kind === 'training' && this.leads.leads(request)
        ? await this.leads.asLead(request, () => this.papers.printDebrief(place, null, asked))
        : await this.papers.printDebrief(place, this.authentication.ofRequest(request), asked);
    return fileOf(pdf, 'application/pdf', name);
  }
}
