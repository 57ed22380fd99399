import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work';
import { keyOf } from '../../protocols/protocol-library';
import { ProtocolShelf } from '../../protocols/protocol-shelf';
import type { Shelf } from '../../protocols/shelf';
import type { ReaderScope } from '../reader-scope';
import { MOST_COUNTED, type WorkTimes } from './worklist.query';
import { OURS_DOABLE, type WorkRow } from './work-phases';

interface ReadyRow {
  readonly caseFileId: string;
  readonly runId: string;
  readonly step: string;
  readonly state: string;
  readonly protocol: string;
  readonly version: string;
  readonly opened: Date;
}

/** Of each case where no date presses, the step to go on with: what protects first, then the protocol's order. */
@Injectable()
export class UndatedStepsQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly shelf: ProtocolShelf,
  ) {}

  async rows(
    scope: ReaderScope,
    whose: 'me' | 'team',
    times: WorkTimes,
    after: string | null,
    limit: number,
  ): Promise<readonly WorkRow[]> {
    const cases: { id: string }[] = await this.unit.manager.query(
      `SELECT c.id FROM case_file c WHERE ${quiet(whose)} AND ($5::uuid IS NULL OR c.id > $5::uuid) ORDER BY c.id LIMIT $6`,
      [...this.parameters(scope, whose, times), after, limit],
    );
    if (cases.length === 0) return [];
    const ready: ReadyRow[] = await this.unit.manager.query(
      `SELECT s.case_file_id AS "caseFileId", s.run_id AS "runId", s.step, s.state, r.protocol, r.version, r.opened_at AS opened
         FROM step_state s JOIN run r ON r.id = s.run_id
        WHERE s.case_file_id = ANY ($1::uuid[]) AND s.state IN ('ready', 'to-confirm') AND NOT s.rests
          AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.run_id = s.run_id AND d.step = s.step AND d.owner = 'outside')`,
      [cases.map(({ id }) => id)],
    );
    const shelf = await this.shelf.open();
    return cases.flatMap(({ id }) =>
      first(
        ready.filter(({ caseFileId }) => caseFileId === id),
        shelf,
      ),
    );
  }

  async count(scope: ReaderScope, whose: 'me' | 'team', times: WorkTimes): Promise<number> {
    const [row]: { count: number }[] = await this.unit.manager.query(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM case_file c WHERE ${quiet(whose)} LIMIT ${String(MOST_COUNTED)}) AS w`,
      this.parameters(scope, whose, times),
    );
    return row?.count ?? 0;
  }

  private parameters(
    { accountId, teamIds, assignedIds }: ReaderScope,
    whose: 'me' | 'team',
    times: WorkTimes,
  ): unknown[] {
    return [new Date(times.endOfSoon), assignedIds, whose === 'me' ? accountId : null, teamIds];
  }
}

/** Cases with something to do and nothing dated among it. */
const quiet = (whose: 'me' | 'team'): string =>
  `(c.id = ANY ($2::uuid[]) OR ${whose === 'me' ? 'c.lead_id = $3::uuid' : 'c.team_id = ANY ($4::uuid[])'})
   AND $3::uuid IS NOT DISTINCT FROM $3::uuid AND $4::uuid[] IS NOT DISTINCT FROM $4::uuid[]
   AND EXISTS (SELECT 1 FROM step_state s WHERE s.case_file_id = c.id AND s.state IN ('ready', 'to-confirm') AND NOT s.rests
                  AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.run_id = s.run_id AND d.step = s.step AND d.owner = 'outside'))
   AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.case_file_id = c.id AND d.of = 'step' AND d.due_at < $1 AND ${OURS_DOABLE})`;

function first(ready: readonly ReadyRow[], shelf: Shelf): WorkRow[] {
  const placed = ready.map((row) => {
    const steps = shelf.versions.get(keyOf(row.protocol, row.version))?.document.steps ?? [];
    const place = steps.findIndex(({ id }) => id === row.step);
    return { row, place, isProtective: steps[place]?.protective ?? false };
  });
  placed.sort(
    (a, b) =>
      Number(b.isProtective) - Number(a.isProtective) ||
      a.row.opened.getTime() - b.row.opened.getTime() ||
      a.place - b.place,
  );
  return placed.slice(0, 1).map(({ row }): WorkRow => ({
    caseFileId: row.caseFileId,
    runId: row.runId,
    step: row.step,
    of: 'step',
    origin: null,
    owner: 'ours',
    dueAt: null,
    lateFrom: null,
    atOnce: false,
    state: row.state,
    place: 'infinity',
  }));
}
