import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { isoDay, localDay } from '@repere/feel';
import { closedAt } from '../../cases/projections/at-rest';
import { CaseReader } from '../../cases/reading/case-reader';
import { peopleAround } from '../../cases/people/people-around-child';
import { unlessRedacted, redactedClasses } from '../../cases/disclosure/redacted-classes';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ErasuresRepository } from '../erasure/erasures.repository';
import { ErasuresService } from '../erasure/erasures.service';
import { ObstaclesQuery } from '../erasure/obstacles.query';
import { HoldsRepository } from '../holds/holds.repository';
import { RecordSharingService } from '../sharing/record-sharing.service';
import type { CasePrivacyDto } from './case-privacy.dto';

/** What privacy adds to a case: what was shared, holds, and whether it may be erased. */
@Injectable()
export class CasePrivacyService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly holds: HoldsRepository,
    private readonly sharing: RecordSharingService,
    private readonly erasures: ErasuresRepository,
    private readonly erasing: ErasuresService,
    private readonly obstacles: ObstaclesQuery,
  ) {}

  async showPrivacy(id: string): Promise<CasePrivacyDto> {
    const file = await this.reader.readCase(id);
    const { row, territory, resource } = file;
    const principal = principalOf(this.unit.account);
    const is = (act: 'share' | 'retain'): boolean => may(principal, act, resource).yes;
    const retains = is('retain');
    const redacted = redactedClasses(principal, resource);
    const closed = closedAt(file);
    const open = retains ? await this.erasures.openOf(id) : null;
    return {
      caseFileId: row.id,
      reference: row.reference,
      calledName: unlessRedacted(redacted, ['identity'], file.child.calledName),
      zone: territory.zone,
      closedOn: closed === null ? null : isoDay(localDay(closed, territory.zone)),
      holds: await this.holds.ofCase(file, redacted),
      erasure: open && (await this.erasing.showErasure(open)),
      obstacles: retains ? await this.obstacles.findObstacles(id) : [],
      sharing: await this.sharing.ofCase(file),
      people:
        retains && !redacted.has('people')
          ? peopleAround(file).map(({ id: personId, name }) => ({ id: personId, name }))
          : [],
      may: { hold: retains, erase: retains, share: is('share'), request: retains },
    };
  }
}
