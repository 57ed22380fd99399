import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { LearnerDto } from '../learners/learners.dto';
import { Learners } from '../learners/learners.service';
import { LeadTokens } from '../play/lead-tokens';
import { AssessmentLimitDto } from './assessment-limit.dto';
import { AdmitDto, GroupDto, JoinCodeDto, ShowScoreDto } from './group.dto';
import { LeadGroup } from './lead-group.service';

/** The class in a training space, for whoever leads there: by which code it is found, who waits, who is in, whether the score is shown. */
@ApiTags('training')
@Controller('training/class')
export class GroupController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly group: LeadGroup,
    private readonly learners: Learners,
  ) {}

  @Route('GET', {
    summary: 'The class of this training space',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: GroupDto,
    refuses: ['not-found', 'not-allowed', 'too-many', 'unavailable'],
  })
  look(@Req() request: Request): Promise<GroupDto> {
    return this.leads.asLead(request, (place) => this.group.look(place));
  }

  @Route('PUT code', {
    summary: 'A new code to come in by, in place of the one before',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: JoinCodeDto,
    refuses: ['not-found', 'not-allowed', 'cross-site', 'too-many', 'unavailable'],
  })
  renew(@Req() request: Request): Promise<JoinCodeDto> {
    return this.leads.asLead(request, (place) => this.group.renewCode(place));
  }

  @Route('DELETE code', {
    summary: 'Close the class: nobody new comes in',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: ['not-found', 'not-allowed', 'cross-site', 'too-many', 'unavailable'],
  })
  closeCode(@Req() request: Request): Promise<void> {
    return this.leads.asLead(request, (place) => this.group.closeCode(place));
  }

  @Route('PUT learners/:learnerId', {
    summary: 'Admit somebody who waits, or show somebody out',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: LearnerDto,
    refuses: [
      ...(['invalid', 'not-found', 'not-allowed', 'refused', 'cross-site', 'too-many'] as const),
      ...(['unsupported-media', 'unavailable'] as const),
    ],
  })
  decide(
    @Param('learnerId', ParseUuid) id: string,
    @Body() { isAdmitted }: AdmitDto,
    @Req() request: Request,
  ): Promise<LearnerDto> {
    return this.leads.asLead(request, (place) => this.learners.decide(place, id, isAdmitted));
  }

  @Route('PUT limit', {
    summary: 'Begin the time of an assessment; begun once, it runs on',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: AssessmentLimitDto,
    refuses: ['not-found', 'not-allowed', 'refused', 'cross-site', 'too-many', 'unavailable'],
  })
  beginAssessment(@Req() request: Request): Promise<AssessmentLimitDto> {
    return this.leads.asLead(request, (place) => this.group.beginAssessment(place));
  }

  @Route('PUT score', {
    summary: 'Show learners the score, or no more',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: [
      ...(['invalid', 'not-found', 'not-allowed', 'cross-site', 'too-many'] as const),
      ...(['unsupported-media', 'unavailable'] as const),
    ],
  })
  showScore(@Body() { isShown }: ShowScoreDto, @Req() request: Request): Promise<void> {
    return this.leads.asLead(request, (place) => this.group.showScore(place, isShown));
  }
}
