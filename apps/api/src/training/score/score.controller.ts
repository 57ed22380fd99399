import { Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { placeOfRequest } from '../../platform/requests/request-origin';
import { Route } from '../../platform/routes/route';
import { Authentication } from '../../platform/unit/authentication';
import { LeadTokens } from '../play/lead-tokens';
import { CompareGroups } from './compare-groups.service';
import { HandlingGroupDto } from './handling.dto';
import { ScoreDto } from './score.dto';
import { ScoreSpace } from './score-space.service';

/** How the case of a training space was handled: for whoever leads always, for learners once it is shown. */
@ApiTags('training')
@Controller('training/score')
export class ScoreController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly score: ScoreSpace,
    private readonly groups: CompareGroups,
    private readonly authentication: Authentication,
  ) {}

  @Route('GET', {
    summary:
      'The score of this training space; remarks alone where learners are guided and it is not shown yet',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: ScoreDto,
    refuses: ['unauthenticated', 'not-found', 'not-allowed', 'refused', 'too-many', 'unavailable'],
  })
  readScore(@Req() request: Request): Promise<ScoreDto> {
    const place = placeOfRequest(request);
    return place.space.kind === 'training' && this.leads.leads(request)
      ? this.leads.asLead(request, () => this.score.readScore(place, null))
      : this.score.readScore(place, this.authentication.ofRequest(request));
  }

  @Route('GET groups', {
    summary: 'How this class handled the story, and the others of whoever leads with the same one',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: [HandlingGroupDto],
    refuses: ['not-found', 'not-allowed', 'refused', 'too-many', 'unavailable'],
  })
  listGroups(@Req() request: Request): Promise<readonly HandlingGroupDto[]> {
    return this.leads.asLead(request, (place) => this.groups.listGroups(place));
  }
}
