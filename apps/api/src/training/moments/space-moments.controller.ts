import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { KeptMomentDto, TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { TrainingSpaces } from '../spaces/training-spaces.service';
import { BranchDto, KeepMomentDto } from './moments.dto';
import { Moments } from './moments.service';

/** Moments of a training space, for whose it is. In the live space. */
@ApiTags('training')
@Controller('training/spaces/:key/moments')
export class SpaceMomentsController {
  constructor(
    private readonly spaces: TrainingSpaces,
    private readonly moments: Moments,
  ) {}

  @Route('POST', {
    summary: 'Keep this moment of a training space, so that branches begin with it; seconds',
    act: 'training-space.keep-moment',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    once: true,
    answers: created(KeptMomentDto),
    refuses: ['invalid', 'not-found', 'refused', 'unsupported-media'],
  })
  async keepMoment(@Param('key') key: string, @Body() { title }: KeepMomentDto): Promise<KeptMomentDto> {
    await this.spaces.own(key);
    const moment = await this.moments.keepMoment(key, title);
    this.spaces.settleSoon(key);
    return moment;
  }

  @Route('DELETE :momentId', {
    summary: 'Let a moment go; branches that began with it stay',
    act: 'training-space.drop-moment',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    once: false,
    answers: null,
    refuses: ['not-found', 'refused'],
  })
  async drop(@Param('key') key: string, @Param('momentId', ParseUuid) id: string): Promise<void> {
    await this.spaces.own(key);
    await this.moments.dropMoment(key, id);
    this.spaces.settleSoon(key);
  }

  @Route('POST :momentId/branches', {
    summary: 'Begin a branch: a space of its own, as this one was at that moment',
    act: 'training-space.branch',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    once: true,
    answers: created(TrainingSpaceDto),
    refuses: ['invalid', 'not-found', 'refused', 'unsupported-media'],
  })
  async branch(
    @Param('key') key: string,
    @Param('momentId', ParseUuid) id: string,
    @Body() { title }: BranchDto,
  ): Promise<TrainingSpaceDto> {
    const branch = await this.moments.beginBranch(await this.spaces.own(key), id, title);
    this.spaces.settleSoon(branch.key);
    return branch;
  }
}
