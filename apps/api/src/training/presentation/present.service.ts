import { Injectable } from '@nestjs/common';
import { listSlides, type Slide } from '@repere/training';
import { territoryOf } from '@repere/territories';
import { machineNow } from '../../platform/clocks';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import type { RequestPlace } from '../../platform/requests/request-origin';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { deviceOf } from '../learners/device-of';
import { Learners } from '../learners/learners.service';
import type { PresentationDto, PresentationScriptDto, PresentDto, SlideDto } from './presentation.dto';
import { PRESENTATION_SQL, type PresentationRow } from './presentation.query';
import { WatchPresentations } from './watch-presentations';
import { notIn, type Watcher } from './watcher';

const PRESENT: DeclaredAct = { type: 'training.present', purpose: 'training', idempotent: false };
const SCRIPT: DeclaredAct = { ...PRESENT, type: 'training.script' };

const NOTHING: PresentationRow = { position: 0, slide: null, page: null, isPaused: false };

/** What the room sees of a training space: whoever leads says it, the space's own database holds it. */
@Injectable()
export class Present {
  constructor(
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
    private readonly watching: WatchPresentations,
  ) {}

  /** Asked by every screen after each change. It shows a made-up story and nothing of a case, so that it is in no record. */
  async readPresentation(place: RequestPlace, { leads, nonce }: Watcher): Promise<PresentationDto> {
    const row = await this.units.unrecorded('system:access', place, async () => {
      const { manager } = this.units;
      if (!leads) {
        const admitted = await PRESENTATION_SQL.admitted.readRows(manager);
        const device = deviceOf(nonce).toString('hex');
        if (!admitted.some((it) => it.device === device)) throw notIn();
      }
      return PRESENTATION_SQL.read.first(manager);
    });
    return this.showRow(place, row ?? NOTHING, leads);
  }

  /** The whole course with its notes. */
  async readScript(place: RequestPlace): Promise<PresentationScriptDto> {
    const scenario = await this.learners.scenarioOf(place);
    await this.units.runAs('system:access', place, SCRIPT, async () => this.units.notes({ isRead: true }));
    const slides = (await this.slidesIn(place)).map((slide) => ({
      ...showSlide(slide),
      notes: slide.notes,
    }));
    return { scenario: scenario?.title ?? null, slides };
  }

  /** Refuses with `conflict` when somebody else changed it since. */
  async present(
    place: RequestPlace,
    { after, slide = null, page = null, isPaused }: PresentDto,
  ): Promise<PresentationDto> {
    if (slide !== null && !(await this.slidesIn(place)).some(({ id }) => id === slide))
      throw refused(
        'no-such-slide',
        'Ce scénario n’a pas cette diapositive.',
        'This scenario has no such slide.',
        'slide',
      );
    const row = await this.units.runAs('system:access', place, PRESENT, async () => {
      const { manager } = this.units;
      const now = new Date(machineNow());
      const changed = await PRESENTATION_SQL.present.first(manager, [after, slide, page, isPaused, now]);
      if (!changed) throw new Refusal('conflict');
      this.units.notes({ position: changed.position, slide, page, isPaused });
      return changed;
    });
    this.watching.wakeSpace(place.space);
    return this.showRow(place, row, true);
  }

  private async showRow(
    place: RequestPlace,
    { position, slide, page, isPaused }: PresentationRow,
    isLeading: boolean,
  ): Promise<PresentationDto> {
    const found = slide === null ? undefined : (await this.slidesIn(place)).find(({ id }) => id === slide);
    return { ...{ position, page, isPaused, isLeading }, slide: found ? showSlide(found) : null };
  }

  private async slidesIn(place: RequestPlace): Promise<readonly Slide[]> {
    const scenario = await this.learners.scenarioOf(place);
    const territory = territoryOf(String(scenario?.territory));
    return scenario && territory ? listSlides(scenario, territory) : [];
  }
}

const showSlide = ({ id, kind, title, when, told, words, documents, points }: Slide): SlideDto => ({
  ...{ id, kind, title, when, told, words, documents },
  points: points.map(({ says, isRight = null, because = null }) => ({ says, isRight, because })),
});
