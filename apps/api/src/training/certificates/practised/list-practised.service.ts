import { Injectable } from '@nestjs/common';
import type { TrainingScenario } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { timeIn } from '@repere/training';
import { CaseReader } from '../../../cases/reading/case-reader';
import type { RequestPlace } from '../../../platform/requests/request-origin';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { StoryCase } from '../../story/story-case';
import { type PartTaken, PARTS } from './took-part';
import { TOOK_PART_SQL } from './took-part.query';

/** What a class did with the case of its story, and who of it took part. */
@Injectable()
export class ListPractised {
  constructor(
    private readonly units: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly story: StoryCase,
  ) {}

  /**
   * Protocols of which somebody did a step since the story began. One that a step opened and nobody went on with is none: a protocol
   * that was only there was practised by nobody.
   */
  listProtocols(place: RequestPlace, { begins }: TrainingScenario): Promise<ReadonlySet<string>> {
    return this.units.unrecorded('system:recompute', place, async () => {
      const row = await this.story.findRow();
      if (!row) return new Set<string>();
      const { journal, state, territory } = await this.reader.loadCase(row);
      const from = timeIn(territory, begins);
      const done = new Set(
        journal.flatMap((entry) =>
          'step' in entry && entry.recordedAt > from && !entry.enteredBy.startsWith('system:')
            ? [entry.runId]
            : [],
        ),
      );
      return new Set(
        state
          .readFold()
          .runs.filter(({ runId }) => done.has(runId))
          .map(({ protocol }) => protocol.id),
      );
    });
  }

  /** By what each learner who is in took part; one who is not in it did nothing here that anybody could tell. */
  listParts(
    place: RequestPlace,
    { begins, territory: code }: TrainingScenario,
  ): Promise<ReadonlyMap<string, PartTaken>> {
    return this.units.unrecorded('system:recompute', place, async () => {
      const row = await this.story.findRow();
      const territory = territoryOf(String(code));
      if (!row || !territory) return new Map<string, PartTaken>();
      const from = new Date(timeIn(territory, begins));
      const parts = await TOOK_PART_SQL.parts.readRows(this.units.manager, [row.id, from]);
      return new Map(
        parts.flatMap((it) => {
          const part = PARTS.find((taken) => it[taken]);
          return part ? [[it.learner, part] as const] : [];
        }),
      );
    });
  }
}
