import { Injectable } from '@nestjs/common';
import { territoryOf } from '@repere/territories';
import { listSlides } from '@repere/training';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { Learners } from '../learners/learners.service';
import { showSlide } from '../presentation/show-slide';
import { demandWatching, type Watcher } from '../presentation/watcher';
import type { ArrivedEventDto, StoryDto } from './story.dto';
import { StorySoFar } from './story-so-far';

/** What has come about of a story, for whoever is in its space. */
@Injectable()
export class TellStory {
  constructor(
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
    private readonly story: StorySoFar,
    private readonly library: ProtocolLibrary,
  ) {}

  /** Asked by every screen each time that something came. It shows a made-up story and nothing of a case, so that it is in no record. */
  async tellStory(place: RequestPlace, watcher: Watcher): Promise<StoryDto> {
    await this.units.unrecorded('system:access', place, () => demandWatching(this.units.manager, watcher));
    return { arrived: (await this.listArrived(place)).toReversed() };
  }

  /** First to last; whoever asks has looked whether it may be seen. */
  async listArrived(place: RequestPlace): Promise<readonly ArrivedEventDto[]> {
    const scenario = await this.learners.scenarioOf(place);
    const territory = territoryOf(String(scenario?.territory));
    if (!scenario || !territory) return [];
    const set = this.library.compiled([...this.library.documents.values()]);
    const arrived = await this.story.findArrived(place);
    const slides = new Map(listSlides(set, scenario, territory).map((slide) => [slide.event, slide]));
    return [...arrived].flatMap(([event, at]) => {
      const slide = slides.get(event);
      return slide ? [{ at: new Date(at).toISOString(), slide: showSlide(slide) }] : [];
    });
  }
}
