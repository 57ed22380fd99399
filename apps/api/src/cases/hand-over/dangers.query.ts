import { Injectable } from '@nestjs/common';
import type { FactValue } from '@repere/protocol';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { type AnswerOfRole, answerOfRole } from '../reading/answers-of-role';
import { shownDangers } from '../worklist/danger-rank.query';

/** The danger of a case as it was last weighed, `null` not known yet, and whether one was seen since. */
export interface ShownDanger {
  readonly danger: AnswerOfRole | null;
  readonly isDangerSeen: boolean;
}

const NOT_KNOWN: ShownDanger = { danger: null, isDangerSeen: false };

/** Reads the danger of several cases at once. */
@Injectable()
export class DangersQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: ProtocolLibrary,
  ) {}

  /** The danger of each of these cases, by its id. */
  async readDangers(caseFileIds: readonly string[]): Promise<(caseFileId: string) => ShownDanger> {
    const found = caseFileIds.length > 0 ? await DANGERS.readRows(this.unit.manager, [caseFileIds]) : [];
    const byCase = new Map(
      found.map(({ id, danger, isDangerSeen }): [string, ShownDanger] => [
        id,
        { danger: answerOfRole(this.library.shared, 'danger', danger), isDangerSeen },
      ]),
    );
    return (caseFileId) => byCase.get(caseFileId) ?? NOT_KNOWN;
  }
}

const DANGERS = rows<{
  readonly id: string;
  readonly danger: FactValue | null;
  readonly isDangerSeen: boolean;
}>({ id: 'uuid', danger: 'jsonb?', isDangerSeen: 'boolean' }).from(shownDangers('$1::uuid[]'));
