import { Injectable } from '@nestjs/common';
import { type Age, ageOn, dayIn } from '@repere/cases';
import type { FactValue } from '@repere/protocol';
import { zoneOf } from '@repere/territories';
import { principalOf } from '../../platform/unit/principal';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { AccountNames, namedIn } from '../reading/account-names';
import { answerOfRole } from '../reading/answers-of-role';
import { type CaseRow, childPlace } from '../reading/case-row';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { resourceOf } from '../reading/loaded-case';
import { REDACTED, redactedClasses } from '../disclosure/redacted-classes';
import { shownDanger } from '../worklist/danger-rank.query';
import { lateAt, OURS, OURS_UNDONE } from '../worklist/work-phases.query';
import type { CaseFileSummaryDto } from '../page/case-file.dto';
import type { ChildDto } from '../opening/child.dto';

interface FigureRow {
  readonly id: string;
  readonly danger: FactValue | null;
  readonly isDangerSeen: boolean;
  readonly victimStatus: FactValue | null;
  readonly late: number;
  readonly approvals: number;
  readonly next_due_at: Date | null;
}

/** What a line says of a child. */
export interface ShownChildLine {
  readonly calledName: string;
  readonly age: Age;
}

/** Lines of cases for lists; of what is encrypted, only what the child is called and how old it is leaves. */
@Injectable()
export class CaseSummariesQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly secrecy: Secrecy,
    private readonly names: AccountNames,
    private readonly library: ProtocolLibrary,
  ) {}

  /** In the order of the ids. */
  async listSummaries(ids: readonly string[]): Promise<readonly CaseFileSummaryDto[]> {
    if (ids.length === 0) return [];
    const byId = new Map((await this.rows.listRows(ids)).map((row) => [row.id, row]));
    const children = await this.shownChildren([...byId.values()]);
    const names = await this.names.readNames([...byId.values()].map(({ leadId }) => leadId));
    const { shared } = this.library;
    const figures = new Map((await this.figures(ids)).map((row) => [row.id, row]));
    return ids.flatMap((id): CaseFileSummaryDto[] => {
      const row = byId.get(id);
      const figure = figures.get(id);
      if (!row || !figure) return [];
      return [
        {
          id,
          reference: row.reference,
          ...(children.get(id) ?? { calledName: REDACTED, age: REDACTED }),
          danger: answerOfRole(shared, 'danger', figure.danger),
          isDangerSeen: figure.isDangerSeen,
          victimStatus: answerOfRole(shared, 'victim-status', figure.victimStatus),
          lead: row.leadId === null ? null : namedIn(names, row.leadId),
          team: { id: row.teamId, name: row.teamName },
          openedAt: row.openedAt.toISOString(),
          ...{ lateCount: figure.late, approvalCount: figure.approvals },
          nextDueAt: figure.next_due_at?.toISOString() ?? null,
        },
      ];
    });
  }

  /** What each child is called, by case; missing where the reader may not see it, or the case was erased. */
  async calledNames(found: readonly CaseRow[]): Promise<ReadonlyMap<string, string>> {
    const children = await this.openChildren(found);
    return new Map([...children].map(([id, { calledName }]) => [id, calledName]));
  }

  /** What each child is called and how old it is today where its case is, by case; missing as above. */
  async shownChildren(found: readonly CaseRow[]): Promise<ReadonlyMap<string, ShownChildLine>> {
    const children = await this.openChildren(found);
    const now = this.unit.now();
    return new Map(
      found.flatMap(({ id, territory }): [string, ShownChildLine][] => {
        const child = children.get(id);
        if (!child) return [];
        const age = ageOn(child.birth, dayIn(zoneOf(territory), now));
        return [[id, { calledName: child.calledName, age }]];
      }),
    );
  }

  private async openChildren(found: readonly CaseRow[]): Promise<ReadonlyMap<string, ChildDto>> {
    const asker = principalOf(this.unit.account);
    const shown = found.filter((row) => !redactedClasses(asker, resourceOf(row)).has('identity'));
    const keys = new Map(
      (await this.secrecy.openDataKeys(shown.map(({ dataKeyId }) => dataKeyId))).map((key) => [key.id, key]),
    );
    return new Map(
      shown.flatMap((row): [string, ChildDto][] => {
        const key = keys.get(row.dataKeyId);
        return key ? [[row.id, this.secrecy.unseal(key, childPlace(row.id), row.child) as ChildDto]] : [];
      }),
    );
  }

  /** The next date is of what may be done now, and yet to come: what is late is counted. */
  private figures(ids: readonly string[]): Promise<FigureRow[]> {
    return FIGURES.readRows(this.unit.manager, [ids, new Date(this.unit.now())]);
  }
}

const FIGURES = rows<FigureRow>({
  ...{
    id: 'uuid',
    danger: 'jsonb?',
    isDangerSeen: 'boolean',
    victimStatus: 'jsonb?',
    late: 'integer',
    approvals: 'integer',
    next_due_at: 'timestamptz?',
  },
}).from(`
  SELECT c.id,
        (SELECT min(d.due_at) FROM deadline d
          WHERE d.case_file_id = c.id AND ${OURS} AND d.due_at > $2
            AND (d.waits_for = 'doing' OR d.of = 'approval' AND d.waits_for = 'approval')) AS next_due_at,
        danger.danger, danger."isDangerSeen",
        (SELECT f.value FROM case_fact f WHERE f.case_file_id = c.id AND f.role = 'victim-status') AS "victimStatus",
        due.late, due.approvals
   FROM case_file c CROSS JOIN LATERAL (${shownDanger('c.id')}) AS danger
        CROSS JOIN LATERAL (
          SELECT (count(*) FILTER (WHERE ${OURS_UNDONE} AND ${lateAt('$2')}))::int AS late,
                 (count(*) FILTER (WHERE ${OURS} AND d.of = 'approval' AND d.waits_for = 'approval'))::int AS approvals
            FROM deadline d WHERE d.case_file_id = c.id) AS due
  WHERE c.id = ANY ($1::uuid[])`);
