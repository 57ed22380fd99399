import { Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Route } from '../../platform/routes/route';
import { Watchers } from '../presentation/watcher';
import { StoryDto } from './story.dto';
import { TellStory } from './tell-story.service';

/** The story of a training space as far as it has come about, for everybody in it. In a live space there is none. */
@ApiTags('training')
@Controller('training/story')
export class StoryController {
  constructor(
    private readonly watchers: Watchers,
    private readonly telling: TellStory,
  ) {}

  @Route('GET', {
    summary: 'What has come about in this training space',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: StoryDto,
    refuses: ['not-found', 'not-allowed', 'too-many', 'unavailable'],
  })
  readStory(@Req() request: Request): Promise<StoryDto> {
    return this.watchers.asWatcher(request, (place, watcher) => this.telling.tellStory(place, watcher));
  }
}
