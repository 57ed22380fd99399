import { Injectable } from '@nestjs/common';
import { isRedacted } from '@repere/cases';
import { AccountNames } from '../../cases/reading/account-names';
import { shownChild } from '../../cases/reading/known-child';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { peopleAround } from '../../cases/people/people-around-child';
import { timelineOf } from '../../cases/reading/timeline';
import { redactedClasses } from '../../cases/disclosure/redacted-classes';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { RecordSharingService } from '../sharing/record-sharing.service';
import { gatherChildLines, gatherPersonLines, type ReadCase } from './gather-case-lines';
import type { GatheredLine } from './gathered-line';
import { LinesBeside } from './lines-beside';
import type { MakeAccessRequestDto } from './access-requests.dto';

/** Gathers what concerns the child of a case, or somebody around them, across what the reader may see. */
@Injectable()
export class GatherLines {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly names: AccountNames,
    private readonly sharing: RecordSharingService,
    private readonly beside: LinesBeside,
  ) {}

  /** Throws `not-found` for a person that the case does not have. */
  async ofCase(
    file: LoadedCase,
    { subject, personId }: MakeAccessRequestDto,
  ): Promise<readonly GatheredLine[]> {
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    const names = await this.names.readNames(file.journal.map(({ enteredBy }) => enteredBy));
    const child = shownChild(file, redacted);
    const read: ReadCase = {
      child: isRedacted(child) ? null : child,
      people: redacted.has('people') ? [] : peopleAround(file),
      timeline: timelineOf(file, file.journal, names, redacted),
      sharing: await this.sharing.ofCase(file),
      beside: await this.beside.ofCase(file),
      openedAt: file.row.openedAt.toISOString(),
      peopleList: file.idOf('people-around'),
    };
    const lines = subject === 'child' ? gatherChildLines(read) : gatherPersonLines(read, personId ?? '');
    if (lines.length === 0) throw new Refusal('not-found');
    return lines;
  }
}
