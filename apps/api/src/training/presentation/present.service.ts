import { Injectable } from '@nestjs/common';
import { listSlides, type Slide } from '@repere/training';
import { territoryOf } from '@repere/territories';
import { machineNow } from '../../platform/clocks';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import type { RequestPlace } from '../../platform/requests/request-origin';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { Learners } from '../learners/learners.service';
import { STORY_SQL } from '../story/story.query';
import type { PresentationDto, PresentationScriptDto, PresentDto } from './presentation.dto';
import { PRESENTATION_SQL, type PresentationRow } from './presentation.query';
import { WatchPresentations } from './watch-presentations';
import { showSlide } from './show-slide';
import { demandWatching, type Watcher } from './watcher';

const PRESENT: DeclaredAct = { type: 'training.present', purpose: 'training', idempotent: false };
const SCRIPT: DeclaredAct = { ...PRESENT, type: 'training.script' };

const CHANGED_ELSEWHERE = {
  code: 'changed-elsewhere',
  text: {
    fr: 'Quelqu’un d’autre a changé ce que la salle voit : regardez où elle en est.',
    en: 'Somebody else changed what the room sees: look where it is.',
  },
};
const NOTHING: PresentationRow = { position: 0, slide: null, page: null, isPaused: false };

/** What the room sees of a training space: whoever leads says it, the space's own database holds it. */
@Injectable()
export class Present {
  constructor(
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
    private readonly watching: WatchPresentations,
    private readonly library: ProtocolLibrary,
  ) {}

  /** Asked by every screen after each change. It shows a made-up story and nothing of a case, so that it is in no record. */
  async readPresentation(place: RequestPlace, watcher: Watcher): Promise<PresentationDto> {
    const row = await this.units.unrecorded('system:access', place, async () => {
      const { manager } = this.units;
      await demandWatching(manager, watcher);
      return PRESENTATION_SQL.read.first(manager);
    });
    return this.showRow(place, row ?? NOTHING, watcher.leads);
  }

  /** The whole course with its notes. */
  async readScript(place: RequestPlace): Promise<PresentationScriptDto> {
    const scenario = await this.learners.scenarioOf(place);
    const arrived = await this.units.runAs('system:access', place, SCRIPT, async () => {
      this.units.notes({ isRead: true });
      return STORY_SQL.arrived.readRows(this.units.manager);
    });
    const cameAt = new Map(arrived.map((it) => [it.event, it.cameAt.toISOString()]));
    const slides = (await this.slidesIn(place)).map((slide) => ({
      ...showSlide(slide),
      notes: slide.notes,
      cameAt: cameAt.get(slide.event ?? '') ?? null,
    }));
    return { scenario: scenario?.title ?? null, slides };
  }

  /** Refuses with `changed-elsewhere` when somebody else changed it since. */
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
      if (!changed) throw new Refusal('changed-elsewhere', { reasons: [CHANGED_ELSEWHERE] });
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
    // Titles are those of the product: of another version a condition is told without them.
    const set = this.library.compiled([...this.library.documents.values()]);
    return scenario && territory ? listSlides(set, scenario, territory) : [];
  }
}
