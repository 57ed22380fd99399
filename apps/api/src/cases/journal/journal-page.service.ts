import { Injectable } from '@nestjs/common';
import type { FieldClass } from '@repere/protocol';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountNames } from '../reading/account-names';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import type { LoadedCase } from '../reading/loaded-case';
import { timelineOf } from '../reading/timeline';
import { alsoLeavingOut, redactedClasses } from '../disclosure/redacted-classes';
import type { TimelineEntryDto } from '../page/case-file.dto';
import type { Page } from '../../platform/answers/page';

const PAGE = 50;

/** The chronology by pages, newest first. */
@Injectable()
export class JournalPageService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly names: AccountNames,
  ) {}

  async showJournal(
    file: LoadedCase,
    cursor?: string,
    leftOut: readonly FieldClass[] = [],
  ): Promise<Page<TimelineEntryDto>> {
    const [before] = cursor === undefined ? [Infinity] : readCursor(cursor, ['number']);
    const entries = file.journal.filter(({ seq }) => seq < before).slice(-PAGE);
    const names = await this.names.readNames(file.journal.map(({ enteredBy }) => enteredBy));
    const redacted = alsoLeavingOut(redactedClasses(principalOf(this.unit.account), file.resource), leftOut);
    const first = entries[0]?.seq ?? 1;
    return {
      items: timelineOf(file, entries, names, redacted).toReversed(),
      next: first > 1 ? writeCursor([first]) : null,
    };
  }
}
