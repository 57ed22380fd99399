import { Injectable } from '@nestjs/common';
import { isInCharge, may } from '@repere/access';
import type { LookedAt } from '@repere/audit';
import type { Child, Shown } from '@repere/cases';
import { territoryOf } from '@repere/territories';
import { CaseReader } from '../../cases/case-reader';
import { type CaseRow, childPlace } from '../../cases/case-row';
import { resourceOf } from '../../cases/loaded-case';
import { PeopleRepository } from '../../cases/people/people.repository';
import { WITHHELD, withheldClasses } from '../../cases/withheld';
import { askerOf } from '../../platform/asker';
import { Refusal } from '../../platform/refusal';
import { type DataKey, KeyDestroyed } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';

/** A case whose looks somebody may see, with what the rules must know of it. */
export interface LookedAtCase extends LookedAt {
  readonly row: CaseRow;
  readonly key: DataKey;
  readonly calledName: Shown<string>;
}

/** Opens a case for the question who saw it: to whoever is in charge of it, and to those who supervise or examine it. */
@Injectable()
export class LookedAtCases {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly secrecy: Secrecy,
    private readonly people: PeopleRepository,
  ) {}

  /** To anyone else the case isn't there: `not-found`. */
  async open(id: string): Promise<LookedAtCase> {
    const row = await this.reader.allowed(id, 'read');
    const asker = askerOf(this.unit.account);
    const resource = resourceOf(row);
    if (!isInCharge(asker, resource) && !may(asker, 'audit', resource).yes) throw new Refusal('not-found');
    const key = await this.keyOf(row);
    const zone = territoryOf(row.territory)?.zone;
    if (zone === undefined) throw new Error(`no territory ${row.territory}`);
    // That a reader shares a name would tell the name.
    const isHidden = withheldClasses(asker, resource).has('identity');
    const child = this.secrecy.unseal(key, childPlace(row.id), row.child) as Child;
    const people = isHidden ? [] : await this.people.list({ row, key });
    const names = [child.familyName ?? '', ...people.map(({ name }) => name)];
    return {
      row,
      key,
      zone,
      names: isHidden ? [] : names,
      calledName: isHidden ? WITHHELD : child.calledName,
    };
  }

  private async keyOf({ dataKeyId }: CaseRow): Promise<DataKey> {
    try {
      return await this.secrecy.openDataKey(dataKeyId);
    } catch (error) {
      throw error instanceof KeyDestroyed ? new Refusal('not-found') : error;
    }
  }
}
