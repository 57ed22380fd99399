import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { LeadTokens } from '../play/lead-tokens';
import { EnteredTrainingSpaceDto, KeptMomentDto, TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { LeadMoments } from './lead-moments.service';
import { BranchDto, KeepMomentDto, MomentsDto } from './moments.dto';

/** Moments and branches of this training space, for whoever leads there. In a live space there are none. */
@ApiTags('training')
@Controller('training')
export class LeadMomentsController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly moments: LeadMoments,
  ) {}

  @Route('GET moments', {
    summary: 'Moments that were kept of this training space, and the branches that began with them',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: MomentsDto,
    refuses: ['not-found', 'not-allowed', 'too-many', 'unavailable'],
  })
  listMoments(@Req() request: Request): Promise<MomentsDto> {
    return this.leads.asLead(request, (place) => this.moments.listMoments(place));
  }

  @Route('POST moments', {
    summary: 'Keep this moment, so that branches begin with it; seconds',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: created(KeptMomentDto),
    refuses: [
      ...(['invalid', 'not-found', 'not-allowed', 'refused', 'cross-site', 'too-many'] as const),
      ...(['unsupported-media', 'unavailable'] as const),
    ],
  })
  keepMoment(@Body() { title }: KeepMomentDto, @Req() request: Request): Promise<KeptMomentDto> {
    return this.leads.asLead(request, (place) => this.moments.keepMoment(place, title));
  }

  @Route('DELETE moments/:momentId', {
    summary: 'Let a moment go; branches that began with it stay',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: ['not-found', 'not-allowed', 'cross-site', 'too-many', 'unavailable'],
  })
  drop(@Param('momentId', ParseUuid) id: string, @Req() request: Request): Promise<void> {
    return this.leads.asLead(request, (place) => this.moments.drop(place, id));
  }

  @Route('POST moments/:momentId/branches', {
    summary: 'Begin a branch: a space of its own, as this one was at that moment',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: created(TrainingSpaceDto),
    refuses: [
      ...(['invalid', 'not-found', 'not-allowed', 'refused', 'cross-site', 'too-many'] as const),
      ...(['unsupported-media', 'unavailable'] as const),
    ],
  })
  branch(
    @Param('momentId', ParseUuid) id: string,
    @Body() { title }: BranchDto,
    @Req() request: Request,
  ): Promise<TrainingSpaceDto> {
    return this.leads.asLead(request, (place) => this.moments.branch(place, id, title));
  }

  @Route('PUT branches/:key/entry', {
    summary: 'Go on into a branch of this space, to lead in it as well',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: EnteredTrainingSpaceDto,
    refuses: ['not-found', 'not-allowed', 'refused', 'cross-site', 'too-many', 'unavailable'],
  })
  enterBranch(
    @Param('key') key: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EnteredTrainingSpaceDto> {
    return this.leads.asLead(request, async (place) => {
      await this.moments.enterBranch(place, key);
      await this.leads.passToken(request, response, key);
      return { path: `/s/${key}/` };
    });
  }
}
