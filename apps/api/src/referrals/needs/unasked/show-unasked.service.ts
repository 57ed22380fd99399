import { Injectable } from '@nestjs/common';
import { redactedClasses } from '../../../cases/disclosure/redacted-classes';
import { AccountNames } from '../../../cases/reading/account-names';
import type { LoadedCase } from '../../../cases/reading/loaded-case';
import { principalOf } from '../../../platform/unit/principal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { lastSaid } from '../need-standing';
import { dueAfter } from '../tasks/our-hours';
import { isOver, UnaskedNeeds } from './unasked-needs';
import { UNASKED_REASONS, type UnaskedNeedDto } from './unasked-needs.dto';

/** Needs of a case for which nobody was asked, with who said what of them: also of those that it ended, so that it is seen. */
@Injectable()
export class ShowUnaskedService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly needs: UnaskedNeeds,
    private readonly names: AccountNames,
  ) {}

  async showUnasked(file: LoadedCase): Promise<readonly UnaskedNeedDto[]> {
    const found = await this.needs.listUnasked(file.row.id);
    if (found.length === 0) return [];
    const seesStaff = !redactedClasses(principalOf(this.unit.account), file.resource).has('staff');
    const ids = found.flatMap(({ past }) => past.said.flatMap(({ byId }) => byId ?? []));
    const names = seesStaff ? await this.names.readNames(ids) : new Map<string, string>();
    return found.map((it) => {
      const { need, past } = it;
      const isSaid = lastSaid(past) !== undefined;
      const said = past.said.findLast(({ byId }) => byId !== null);
      const reason = said && UNASKED_REASONS.find((code) => code === (said.reason ?? said.kind));
      const dueAt = past.since === null || isSaid ? null : new Date(dueAfter(need, past.since)).toISOString();
      return {
        ...{ need, dueAt, isOver: isOver(it) },
        said:
          said && reason
            ? { reason, by: names.get(said.byId ?? '') ?? '', at: new Date(said.at).toISOString() }
            : null,
      };
    });
  }
}
