import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { applyEntry, decide } from '@repere/case-engine';
import { isoDay, localDay } from '@repere/feel';
import { JournalRepository } from '../../cases/journal/journal.repository';
import { ProjectionsRepository } from '../../cases/projections/projections.repository';
import { CaseReader } from '../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { firstYesOf, type GapReason, isReleasedBy } from '../answers/referral-state';
import { isClosed } from '../capacity/capacity-state';
import { CapacityRepository } from '../capacity/capacity.repository';
import { NothingAsked } from '../taken-back/nothing-asked';
import { endsNeed, type UnmetNeedEventEntity } from '../entities/unmet-need-event.entity';
import { standingOf } from './need-standing';
import { type NeedOfCase, NeedsOfCase } from './needs-of-case';
import { NeedTasks } from './tasks/need-tasks.service';
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
    private readonly capacity: CapacityRepository,
    private readonly tasks: NeedTasks,
    private readonly over: NothingAsked,
  ) {}

  /** In a unit of the system, under the lock of the case. How many needs or questions stand otherwise than before. */
  async settleNeeds(caseFileId: string): Promise<number> {
    let file = await this.lockCase(caseFileId);
    if (!file) return 0;
    const before = await this.unmet.ofCase(caseFileId);
    let settled = 0;
    for (const need of await this.needs.listNeeds(file)) {
      settled += await this.closeTaken(file, need);
      settled += await this.tasks.settleTask(file.row, need);
      const said = before.filter((it) => it.need === need.need && it.needId === need.needId);
      const after = await this.settleNeed(file, need, said);
      if (!after) continue;
      file = after;
      settled += 1;
    }
    return settled;
  }

  /** A service accepted the child: whoever was asked for a place before is asked no more, and is told so. How many questions. */
  private async closeTaken(file: LoadedCase, { questions, referrals }: NeedOfCase): Promise<number> {
    const now = this.unit.now();
    const acceptedAt = Math.max(0, ...referrals.map(({ past }) => firstYesOf(past, now) ?? 0));
    const over = questions.filter(
      ({ question, events }) => !isClosed(events) && question.askedAt.getTime() <= acceptedAt,
    );
    for (const kept of over) {
      await this.capacity.addEvent(kept, file.key, { kind: 'taken', requestId: null }, null);
      await this.over.tellOfQuestion(kept.question.id);
    }
    for (const { events, past } of referrals) {
      const yesAt = firstYesOf(past, now);
      const yes = events.find(({ kind, at }) => kind === 'accepted' && at.getTime() === yesAt);
      if (yes && referrals.some((it) => isReleasedBy(it.past, past, now))) await this.over.tellOfYes(yes.id);
    }
    return over.length;
  }

  /** The case as it is after it; `null`: the need stands as it stood. `said`: what was noted of it, oldest first. */
  private async settleNeed(
    file: LoadedCase,
    { need, needId, past }: NeedOfCase,
    said: readonly UnmetNeedEventEntity[],
  ): Promise<LoadedCase | null> {
    const standing = standingOf(past, this.unit.now());
    const last = said.at(-1) ?? null;
    const ofGap = said.slice(said.findLastIndex(endsNeed) + 1);
    switch (standing.state) {
      case 'asked':
      case 'unasked':
      case 'not-needed':
      case 'quiet':
        return null;
      case 'met': {
        if (!last || last.kind === 'met') return null;
        const { rowId } = last;
        await this.unmet.addEvent(file.row, { need, needId, kind: 'met', reason: null, rowId, byId: null });
        return file;
      }
      case 'open':
      case 'recorded': {
        const kind = standing.state === 'open' ? 'opened' : 'recorded';
        const noted = ofGap.findLast(({ rowId }) => rowId !== null)?.rowId ?? null;
        // What somebody said of a need for which nobody was asked is in no list of the case yet.
        const isListed =
          last !== null && !endsNeed(last) && (last.rowId !== null || this.library.unmetNeeds === null);
        // Who was asked since may say no for another reason: the gap is the same.
        if (isListed && (kind === 'opened' || (last.kind === kind && last.reason === standing.reason)))
          return null;
        const rowId = noted ?? (this.library.unmetNeeds && randomUUID());
        const isNoted = isListed && last.reason === standing.reason;
        const after =
          isNoted || rowId === null
            ? file
            : await this.noteGap(file, { need, rowId, isNew: noted === null, ...standing });
        await this.unmet.addEvent(file.row, {
          ...{ need, needId, kind, reason: standing.reason, rowId, byId: null },
        });
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
      readonly reason: GapReason;
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
    return row && this.reader.loadUnlessErased(row);
  }
}
