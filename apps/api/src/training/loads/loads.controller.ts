import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { AskForLoadDto, ChangeLoadDto } from './loads.dto';
import { Loads } from './loads.service';

/** Fictional cases for a training space, as whoever leads training asks for them. In the live space. */
@ApiTags('training')
@Controller('training/spaces/:key/load')
export class LoadsController {
  constructor(private readonly loads: Loads) {}

  @Route('POST', {
    summary: 'Give a training space fictional cases, once; minutes, while it can be used',
    act: 'training-space.load',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    once: true,
    answers: created(TrainingSpaceDto),
    refuses: ['invalid', 'not-found', 'refused', 'unsupported-media'],
  })
  askForLoad(@Param('key') key: string, @Body() asked: AskForLoadDto): Promise<TrainingSpaceDto> {
    return this.loads.askForLoad(key, asked);
  }

  @Route('POST changes', {
    summary: 'Stop giving a space its cases, or go on',
    act: 'training-space.change-load',
    purpose: 'training',
    needs: { on: 'service', act: 'lead-training' },
    once: true,
    answers: TrainingSpaceDto,
    refuses: ['invalid', 'not-found', 'refused', 'unsupported-media'],
  })
  changeLoad(@Param('key') key: string, @Body() asked: ChangeLoadDto): Promise<TrainingSpaceDto> {
    return this.loads.changeLoad(key, asked);
  }
}
