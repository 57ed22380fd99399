import { Injectable } from '@nestjs/common';
import type { FieldClass } from '@repere/protocol';
import type { JournalEntry } from '@repere/case-engine';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountNames } from '../reading/account-names';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import type { LoadedCase } from '../reading/loaded-case';
import { timelineOf } from '../reading/timeline';
import { alsoLeavingOut, redactedClasses } from '../disclosure/redacted-classes';
import type { TimelineEntryDto } from '../page/case-file.dto';
import type { Page } from '../../platform/answers/page';
import { lineOfAct, titleOfAct } from './acts-beside';
import { type ActBesideRow, ACTS_BESIDE_OF } from './acts-beside.query';

const PAGE = 50;

/** The chronology by pages, newest first. */
@Injectable()
export class JournalPageService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly names: AccountNames,
    private readonly library: ProtocolLibrary,
  ) {}

  /** Entries of the journal alone: the newest. */
  showEntries(file: LoadedCase): Promise<Page<TimelineEntryDto>> {
    return this.showPage(file, { before: Infinity, hasActs: false }, []);
  }

  /** Entries of the journal, and between them what was asked, sent and answered beside it. */
  showJournal(
    file: LoadedCase,
    cursor?: string,
    leftOut: readonly FieldClass[] = [],
  ): Promise<Page<TimelineEntryDto>> {
    const [before] = cursor === undefined ? [Infinity] : readCursor(cursor, ['number']);
    return this.showPage(file, { before, hasActs: true }, leftOut);
  }

  private async showPage(
    file: LoadedCase,
    { before, hasActs }: { readonly before: number; readonly hasActs: boolean },
    leftOut: readonly FieldClass[],
  ): Promise<Page<TimelineEntryDto>> {
    const entries = file.journal.filter(({ seq }) => seq < before).slice(-PAGE);
    const first = entries[0]?.seq ?? 1;
    const acts = hasActs ? await this.actsBetween(file, first > 1 ? entries[0] : undefined, before) : [];
    const names = await this.names.readNames(file.journal.map(({ enteredBy }) => enteredBy));
    const redacted = alsoLeavingOut(redactedClasses(principalOf(this.unit.account), file.resource), leftOut);
    const lines = acts.flatMap((act) => {
      const title = titleOfAct(act, this.library.letters);
      const seq = entries.findLast(({ recordedAt }) => recordedAt <= act.at.getTime())?.seq ?? first;
      return title ? [lineOfAct(act, title, seq, redacted)] : [];
    });
    // What was recorded at one moment stays in its order: entries, then what goes with them.
    const all = [...timelineOf(file, entries, names, redacted), ...lines];
    return {
      items: all.toSorted((a, b) => a.seq - b.seq || momentOf(a) - momentOf(b)).toReversed(),
      next: first > 1 ? writeCursor([first]) : null,
    };
  }

  /** From the oldest entry of the page, where older ones follow, to the one that the page before began with. */
  private actsBetween(
    { row, journal }: LoadedCase,
    oldest: JournalEntry | undefined,
    before: number,
  ): Promise<readonly ActBesideRow[]> {
    const newer = journal.find(({ seq }) => seq >= before);
    return ACTS_BESIDE_OF.readRows(this.unit.manager, [
      row.id,
      oldest ? new Date(oldest.recordedAt) : null,
      newer ? new Date(newer.recordedAt) : null,
    ]);
  }
}

const momentOf = ({ recordedAt }: TimelineEntryDto): number => Date.parse(recordedAt);
