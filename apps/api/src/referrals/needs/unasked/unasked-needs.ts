import { Injectable } from '@nestjs/common';
import { SERVICE_NEEDS, type ServiceNeed } from '@repere/directory';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { endsNeed } from '../../entities/unmet-need-event.entity';
import { lastSaid, type UnaskedPast } from '../need-standing';
import { NeedTasksRepository } from '../tasks/need-tasks.repository';
import { UnmetNeedsRepository } from '../unmet-needs.repository';
import { ASKED_NEEDS } from './unasked-needs.query';

/** A need for which services were looked for, and nobody was asked. */
export interface UnaskedNeed {
  readonly need: ServiceNeed;
  readonly past: UnaskedPast;
}

/**
 * Needs for which nobody was asked, as far as they are known: services that would meet them shut out those of sixteen and seventeen (G05).
 * Until somebody is asked, each word on such a need is a person's, also the one that ended it.
 */
@Injectable()
export class UnaskedNeeds {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tasks: NeedTasksRepository,
    private readonly unmet: UnmetNeedsRepository,
  ) {}

  async listUnasked(caseFileId: string): Promise<readonly UnaskedNeed[]> {
    const gaps = await this.tasks.ageGapsOf(caseFileId);
    const events = await this.unmet.ofCase(caseFileId);
    if (gaps.length + events.length === 0) return [];
    const asked = await ASKED_NEEDS.readRows(this.unit.manager, [caseFileId]);
    return SERVICE_NEEDS.flatMap((need) => {
      const gap = gaps.find((it) => it.need === need);
      const said = events
        .filter((it) => it.need === need)
        .map(({ kind, reason, at, byId }) => ({ kind, reason, at: at.getTime(), byId }));
      if (asked.some((it) => it.need === need) || (!gap && said.length === 0)) return [];
      return [{ need, past: { since: gap?.since.getTime() ?? null, said } }];
    });
  }

  async findUnasked(caseFileId: string, need: ServiceNeed): Promise<UnaskedNeed | null> {
    return (await this.listUnasked(caseFileId)).find((it) => it.need === need) ?? null;
  }
}

/** Whether what somebody said ended it, until services shut the child out again. */
export const isOver = ({ past }: UnaskedNeed): boolean => {
  const last = lastSaid(past);
  return last !== undefined && endsNeed(last);
};
