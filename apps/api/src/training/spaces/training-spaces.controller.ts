import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { SessionAuthentication } from '../../access/sign-in/session-authentication';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { LeadTokens } from '../play/lead-tokens';
import { TrainingSpaces } from './training-spaces.service';
import {
  ChangeTrainingSpaceDto,
  EnteredTrainingSpaceDto,
  NewTrainingSpaceDto,
  RemoveTrainingSpaceQueryDto,
  TrainingSpaceDto,
  TrainingSpacesDto,
} from './training-spaces.dto';

/** Spaces to practise in, as whoever leads training has them. In the live space; what is done in one of them is never here. */
@ApiTags('training')
@Controller('training/spaces')
export class TrainingSpacesController {
  constructor(
    private readonly spaces: TrainingSpaces,
    private readonly leads: LeadTokens,
    private readonly authentication: SessionAuthentication,
  ) {}

  @Route('GET', {
    summary: 'Training spaces of whoever asks',
    act: 'training-space.list',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    answers: TrainingSpacesDto,
    refuses: ['not-found'],
  })
  listSpaces(): Promise<TrainingSpacesDto> {
    return this.spaces.listSpaces();
  }

  @Route('POST', {
    summary: 'Make a training space: empty, or from a scenario; it is open within seconds',
    act: 'training-space.create',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    once: true,
    answers: created(TrainingSpaceDto),
    refuses: ['invalid', 'not-found', 'refused', 'unsupported-media'],
  })
  create(@Body() asked: NewTrainingSpaceDto): Promise<TrainingSpaceDto> {
    return this.spaces.create(asked);
  }

  @Route('POST :key/changes', {
    summary: 'Begin a space anew, archive it, open it again',
    act: 'training-space.change',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    once: true,
    answers: TrainingSpaceDto,
    refuses: ['invalid', 'not-found', 'refused', 'unsupported-media'],
  })
  changeSpace(@Param('key') key: string, @Body() asked: ChangeTrainingSpaceDto): Promise<TrainingSpaceDto> {
    return this.spaces.changeSpace(key, asked);
  }

  @Route('DELETE :key', {
    summary: 'Delete a space with all that was done in it, and with its branches, which have its past',
    act: 'training-space.delete',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    once: false,
    answers: null,
    refuses: ['invalid', 'not-found', 'refused'],
  })
  removeSpace(@Param('key') key: string, @Query() query: RemoveTrainingSpaceQueryDto): Promise<void> {
    return this.spaces.removeSpace(key, query);
  }

  @Route('PUT :key/entry', {
    summary: 'Enter a space to lead in it; sets the cookie by which that space knows who leads',
    act: 'training-space.enter',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    once: false,
    answers: EnteredTrainingSpaceDto,
    refuses: ['not-found', 'refused'],
  })
  async enterSpace(
    @Param('key') key: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EnteredTrainingSpaceDto> {
    await this.spaces.enterSpace(key);
    await this.leads.giveToken(response, key, this.authentication.sessionOf(request).until.getTime());
    return { path: `/s/${key}/` };
  }
}
