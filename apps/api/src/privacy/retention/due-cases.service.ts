import { Injectable } from '@nestjs/common';
import { isoDay, localDay } from '@repere/feel';
import { type PeriodInForce, retentionEnd } from '@repere/privacy';
import { CaseReader } from '../../cases/reading/case-reader';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { knownChild } from '../../cases/reading/known-child';
import { REDACTED, redactedClasses } from '../../cases/disclosure/redacted-classes';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { PrivacyScope } from '../privacy-scope';
import { caseDates } from './case-dates';
import { type ClosedCase, DueCasesQuery } from './due-cases.query';
import { RetentionDecisions } from './retention-decisions.repository';
import type { DueCaseDto, DueCasesDto } from './retention.dto';

const PAGE = 25;

/** Cases whose every period in force has ended: a list to decide from, which erases nothing. */
@Injectable()
export class DueCasesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scope: PrivacyScope,
    private readonly decisions: RetentionDecisions,
    private readonly query: DueCasesQuery,
    private readonly reader: CaseReader,
  ) {}

  /** A page may hold less than it looked at: what a birth date decides is read from the opened case, never from an index. */
  async listDueCases(cursor?: string): Promise<DueCasesDto> {
    const teamIds = this.scope.teamIds();
    const periods = await this.decisions.inForce();
    if (periods.length === 0) return { items: [], next: null, hasPeriod: false };
    const [at, id] = cursor === undefined ? [null, null] : readCursor(cursor, ['instant', 'id']);
    const after = at === null ? null : ([at.slice(0, 'YYYY-MM-DD'.length), id] as const);
    const months = periods.find(({ rule }) => rule === 'case-after-closure')?.months ?? 0;
    const rows = await this.query.listDueCases(teamIds, months, PAGE + 1, after);
    const page = rows.slice(0, PAGE);
    const files = await this.reader.loadAll(page.map(({ id }) => id));
    const items = page.flatMap((row) => {
      const file = files.get(row.id);
      return file ? this.dueCase(file, row, periods) : [];
    });
    this.unit.shows(items.map(({ caseFileId }) => caseFileId));
    const last = page.at(-1);
    return {
      items,
      next: rows.length > PAGE && last ? writeCursor([`${last.closedOn}T00:00:00Z`, last.id]) : null,
      hasPeriod: true,
    };
  }

  private dueCase(
    file: LoadedCase,
    { closedOn, isHeld, isProposed }: ClosedCase,
    periods: readonly PeriodInForce[],
  ): readonly DueCaseDto[] {
    const end = retentionEnd(periods, caseDates(file));
    if (end.kind !== 'ends' || end.on > localDay(this.unit.now(), file.territory.zone)) return [];
    const { row } = file;
    const isHidden = redactedClasses(principalOf(this.unit.account), file.resource).has('identity');
    return [
      {
        caseFileId: row.id,
        reference: row.reference,
        calledName: isHidden ? REDACTED : knownChild(file).calledName,
        team: { id: row.teamId, name: row.teamName },
        closedOn,
        dueOn: isoDay(end.on),
        rule: end.rule,
        isHeld,
        isProposed,
      },
    ];
  }
}
