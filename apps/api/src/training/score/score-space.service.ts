import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { CaseReader } from '../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import type { DeclaredAct } from '../../platform/unit/act';
import { type Enter, enterAs } from '../../platform/unit/enter';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type AssessmentEnd, endOf, limitOf } from '../group/assessment-limit';
import { Learners } from '../learners/learners.service';
import { scoreCase, type WholeScore } from './score-case';
import type { ScoreDto } from './score.dto';
import { SCORE_SQL } from './score.query';

const LOOK: DeclaredAct = { type: 'training.score', purpose: 'training', idempotent: false };

/** A class that looks at once has it counted once. */
const SAME_FOR_MS = 5_000;
const MOST_KEPT = 50;

interface Counted {
  readonly of: string;
  readonly score: WholeScore;
}

/** The score of what was done with the case that a training space began with. In a live space there is none. */
@Injectable()
export class ScoreSpace {
  /** By space; whoever asks about a longer journal, or later, has it counted anew. */
  private readonly counted = new LRUCache<string, Counted>({ max: MOST_KEPT });

  constructor(
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
    private readonly reader: CaseReader,
    private readonly rows: CaseRowsRepository,
  ) {}

  /** `enter`: as whom one learns; `null`: whoever leads, who always sees it. Refuses what learners are not shown yet. */
  async readScore(place: RequestPlace, enter: Enter | null): Promise<ScoreDto> {
    if (place.space.kind !== 'training') throw new Refusal('not-found');
    const row = await this.learners.classOf(place);
    const { mode, scenario, is_score_shown: isShown } = row;
    const isWhole = enter === null || isShown;
    await this.units.runAct({ ...place, enter: enter ?? enterAs('system:access') }, LOOK, async () => {
      this.units.notes({ leads: enter === null, isWhole });
      if (scenario === null) throw new Refusal('not-found');
      if (!isWhole && mode !== 'guided') throw new Refusal('not-allowed', { reasons: [NOT_SHOWN] });
    });
    const score = await this.count(place, endOf(row, place.space));
    const shown = { ...score, mode, isShown, limit: limitOf(row) };
    if (isWhole) return shown;
    return { ...shown, figures: null, met: [], debrief: [], toAsk: [], timeline: [] };
  }

  private async count(place: RequestPlace, end: AssessmentEnd | null): Promise<WholeScore> {
    const scenario = await this.learners.scenarioOf(place);
    if (!scenario) throw new Refusal('not-found');
    return this.units.unrecorded('system:recompute', place, async () => {
      const first = await SCORE_SQL.firstCase.first(this.units.manager);
      const row = first && (await this.rows.findRow(first.id));
      if (!row) throw new Refusal('not-found');
      const now = Math.min(this.units.now(), end?.at ?? Infinity);
      const of = [row.id, row.seq, Math.floor(now / SAME_FOR_MS), end?.until].join();
      const known = this.counted.get(place.space.id);
      if (known?.of === of) return known.score;
      const people = await SCORE_SQL.names.readRows(this.units.manager);
      const names = new Map(people.map(({ id, name }) => [id, name]));
      const late = end
        ? await SCORE_SQL.after.readRows(this.units.manager, [row.id, new Date(end.until)])
        : [];
      const after = new Set(late.map(({ id }) => id));
      const { journal, published, territory, state } = await this.reader.loadCase(row);
      const runs = new Map(state.readFold().runs.map(({ runId, protocol }) => [runId, protocol]));
      const scored = { id: row.id, set: published.set, territory, journal, runs, names, now, after };
      const score = scoreCase(scored, scenario);
      this.counted.set(place.space.id, { of, score });
      return score;
    });
  }
}

const NOT_SHOWN = {
  code: 'score-not-shown',
  text: {
    fr: 'Le score se voit quand qui anime le montre.',
    en: 'The score is seen once whoever leads shows it.',
  },
};
