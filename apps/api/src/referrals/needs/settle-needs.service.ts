import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { applyEntry, decide } from '@repere/case-engine';
import { isoDay, localDay } from '@repere/feel';
import { JournalRepository } from '../../cases/journal/journal.repository';
import { ProjectionsRepository } from '../../cases/projections/projections.repository';
import { CaseReader } from '../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { KeyDestroyed } from '../../platform/secrecy/key-store';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import type { UnmetReason } from '../answers/referral-state';
import type { UnmetNeedEventEntity } from '../entities/unmet-need-event.entity';
import { standingOf } from './need-standing';
import { type NeedOfCase, NeedsOfCase } from './needs-of-case';
import { UnmetNeedsRepository } from './unmet-needs.repository';

/** Whoever notes what follows from answers and the clock. */
const BY_ITSELF = 'system:clock';

/**
 * Notes of each need of a case what answers and silence came to: in the list of the case, as a fact of it, and for the list of the
 * département. A gap is closed when the need is met or somebody says that nobody meets it, and by nothing else.
 */
@Injectable()
export class SettleNeedsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly reader: CaseReader,
    private readonly journal: JournalRepository,
    private readonly projections: ProjectionsRepository,
    private readonly library: ProtocolLibrary,
    private readonly needs: NeedsOfCase,
    private readonly unmet: UnmetNeedsRepository,
  ) {}

  /** In a unit of the system, under the lock of the case. How many needs stand otherwise than before. */
  async settleNeeds(caseFileId: string): Promise<number> {
    let file = await this.lockCase(caseFileId);
    if (!file) return 0;
    const before = await this.unmet.ofCase(caseFileId);
    let settled = 0;
    for (const need of await this.needs.listNeeds(file)) {
      const last = before.findLast((it) => it.need === need.need && it.needId === need.needId) ?? null;
      const after = await this.settleNeed(file, need, last);
      if (!after) continue;
      file = after;
      settled += 1;
    }
    return settled;
  }

  /** The case as it is after it; `null`: the need stands as it stood. */
  private async settleNeed(
    file: LoadedCase,
    { need, needId, past }: NeedOfCase,
    last: UnmetNeedEventEntity | null,
  ): Promise<LoadedCase | null> {
    const standing = standingOf(past, this.unit.now());
    const isGap = last !== null && last.kind !== 'met';
    switch (standing.state) {
      case 'asked':
      case 'quiet':
        return null;
      case 'met': {
        if (!isGap) return null;
        await this.unmet.addEvent(file.row, { need, needId, kind: 'met', reason: null, rowId: last.rowId });
        return file;
      }
      case 'open':
      case 'recorded': {
        const kind = standing.state === 'open' ? 'opened' : 'recorded';
        // Who was asked since may say no for another reason: the gap is the same.
        if (isGap && (kind === 'opened' || (last.kind === kind && last.reason === standing.reason)))
          return null;
        const rowId = isGap ? last.rowId : this.library.unmetNeeds && randomUUID();
        const isNoted = isGap && last.reason === standing.reason;
        const after =
          isNoted || rowId === null
            ? file
            : await this.noteGap(file, { need, rowId, isNew: !isGap, ...standing });
        await this.unmet.addEvent(file.row, { need, needId, kind, reason: standing.reason, rowId });
        return after;
      }
    }
  }

  /** A row of the list of the case; or why nobody meets it, in the row that there is. */
  private async noteGap(
    file: LoadedCase,
    gap: {
      readonly need: NeedOfCase['need'];
      readonly rowId: string;
      readonly isNew: boolean;
      readonly reason: UnmetReason;
    },
  ): Promise<LoadedCase> {
    const said = this.library.unmetNeeds;
    if (!said) return file;
    const now = this.unit.now();
    const values = {
      ...(gap.isNew && {
        [said.need]: said.needs[gap.need],
        [said.since]: isoDay(localDay(now, file.territory.zone)),
      }),
      [said.reason]: said.reasons[gap.reason],
    };
    if (Object.values(values).includes(undefined)) throw new Error(`no code for ${gap.need}, ${gap.reason}`);
    const decision = decide(
      file.state,
      {
        kind: 'record-facts',
        values: {},
        list: said.list,
        row: { id: gap.rowId, values: values as Record<string, string> },
      },
      {
        actor: { id: BY_ITSELF, roles: [], inCharge: true },
        ...{ now, newId: randomUUID, inForce: file.inForce },
      },
    );
    if (!decision.ok)
      throw new Error(`a gap was refused: ${decision.reasons.map(({ code }) => code).join()}`);
    const after = file.after(decision.entries, decision.entries.reduce(applyEntry, file.state));
    await this.journal.append(file.row, file.key, file.journal, after.journal);
    await this.projections.writeProjections(after);
    return after;
  }

  private async lockCase(caseFileId: string): Promise<LoadedCase | null> {
    const row = await this.rows.lock(caseFileId);
    if (!row) return null;
    try {
      return await this.reader.loadCase(row);
    } catch (error) {
      if (error instanceof KeyDestroyed) return null;
      throw error;
    }
  }
}
