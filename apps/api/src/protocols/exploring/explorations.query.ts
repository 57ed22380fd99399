import { Injectable } from '@nestjs/common';
import type { JobState } from '../../platform/jobs/jobs';
import { type AnswerColumns, rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { ProtocolExplorationEntity } from '../entities/protocol-exploration.entity';

/** The job that works on an exploration. */
export const EXPLORE = 'protocol.explore';

/** An exploration and how far it is; `draftId` is `null` for that of the versions in force, `hash` of everything explored together. */
export type ExplorationRow = Readonly<
  Pick<ProtocolExplorationEntity, 'id' | 'draftId' | 'revision' | 'hash' | 'finishedAt' | 'report'> & {
    state: JobState;
    progress: number;
  }
>;

/** Explorations beside the jobs that work on them. */
@Injectable()
export class ExplorationsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  findExploration(id: string): Promise<ExplorationRow | null> {
    return FIND.first(this.unit.manager, [id]);
  }

  /** The one of this hash, else the latest, that was not cancelled. */
  ofDraft(draftId: string, hash: string | null): Promise<ExplorationRow | null> {
    return OF_DRAFT.first(this.unit.manager, [draftId, hash ?? '']);
  }
}

const SELECT = `
  SELECT e.id, e.draft_id AS "draftId", e.revision, e.hash, e.finished_at AS "finishedAt", e.report, j.state, j.progress
    FROM protocol_exploration e JOIN job j ON j.kind = '${EXPLORE}' AND j.subject = e.id`;

const EXPLORATION: AnswerColumns<ExplorationRow> = {
  ...{ id: 'uuid', draftId: 'uuid?', revision: 'integer?', hash: 'text', finishedAt: 'timestamptz?' },
  ...{ report: 'jsonb?', state: 'text', progress: 'real' },
};

const FIND = rows<ExplorationRow>(EXPLORATION).from(`${SELECT} WHERE e.id = $1`);

const OF_DRAFT = rows<ExplorationRow>(EXPLORATION).from(
  `${SELECT} WHERE e.draft_id = $1 AND j.state <> 'cancelled'
    ORDER BY (e.hash = $2) DESC, e.asked_at DESC, e.id LIMIT 1`,
);
