import { Injectable } from '@nestjs/common';
import { isoDay, localDay } from '@repere/feel';
import { zoneOf } from '@repere/territories';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import type { DeclaredAct } from '../../platform/unit/act';
import type { Enter } from '../../platform/unit/enter';
import { Learners } from '../learners/learners.service';
import { TrainerNotes } from '../notes/trainer-notes.service';
import { ScoreSpace } from '../score/score-space.service';
import type { DebriefLanguage } from './debrief.dto';
import { DebriefPaper } from './debrief-paper';

const PRINT: DeclaredAct = { type: 'training.print-debrief', purpose: 'training', idempotent: false };

interface AskedPaper {
  readonly language: DebriefLanguage;
  /** With what whoever leads noted for themselves. */
  readonly withNotes: boolean;
}

/** The debrief of a training space as a paper, which whoever has it may pass on: that it was made is in the record. */
@Injectable()
export class PrintDebrief {
  constructor(
    private readonly score: ScoreSpace,
    private readonly learners: Learners,
    private readonly notes: TrainerNotes,
    private readonly paper: DebriefPaper,
  ) {}

  /** `enter`: as whom one learns; `null`: whoever leads. Refuses learners what they are not shown, and notes always. */
  async printDebrief(
    place: RequestPlace,
    enter: Enter | null,
    { language, withNotes }: AskedPaper,
  ): Promise<{ readonly pdf: Buffer; readonly name: string }> {
    const score = await this.score.readWhole(place, enter, {
      act: PRINT,
      noted: { language, withNotes },
      forLeadAlone: withNotes,
    });
    const scenario = await this.learners.scenarioOf(place);
    if (!scenario) throw new Refusal('not-found');
    const zone = zoneOf(String(scenario.territory));
    const notes = withNotes ? await this.notes.listNotes(place) : null;
    const pdf = await this.paper.print({ score, notes, group: place.space.title }, { language, zone });
    const day = isoDay(localDay(Date.parse(score.now), zone));
    return { pdf, name: `bilan-${day}.pdf` };
  }
}
