import { Injectable } from '@nestjs/common';
import type { AccessContext } from '@repere/audit';
import type { Shown } from '@repere/cases';
import { CaseReader } from '../../cases/reading/case-reader';
import type { CaseRow } from '../../cases/reading/case-row';
import { peopleAround } from '../../cases/people/people-around-child';
import { maySeeAccessLog } from '../../cases/rights/rights-on-cases';
import { REDACTED, redactedClasses } from '../../cases/disclosure/redacted-classes';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import type { DataKey } from '../../platform/secrecy/key-store';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** A case whose looks somebody may see, with what the rules must know of it. */
export interface AccessedCase extends AccessContext {
  readonly row: CaseRow;
  readonly key: DataKey;
  readonly calledName: Shown<string>;
}

/** Opens a case for the question who saw it: to whoever is in charge of it, and to those who supervise or examine it. */
@Injectable()
export class AccessedCases {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
  ) {}

  /** To anyone else the case isn't there: `not-found`. */
  async openCase(id: string): Promise<AccessedCase> {
    const principal = principalOf(this.unit.account);
    if (!maySeeAccessLog(principal, await this.reader.allowed(id, 'read'))) throw new Refusal('not-found');
    const file = await this.reader.readCase(id);
    const { row, key, child, resource, territory } = file;
    // That a reader shares a name would tell the name.
    const redacted = redactedClasses(principal, resource);
    const isHidden = redacted.has('identity') || redacted.has('people');
    const people = isHidden ? [] : peopleAround(file);
    const names = [child.familyName ?? '', ...people.map(({ name }) => name)];
    return {
      row,
      key,
      zone: territory.zone,
      names: isHidden ? [] : names,
      calledName: isHidden ? REDACTED : child.calledName,
    };
  }
}
