import { Injectable } from '@nestjs/common';
import { FITNESS_FORMULA, type RunConformance } from '@repere/case-engine';
import { CaseReader } from '../../cases/reading/case-reader';
import { unlessRedacted, redactedClasses } from '../../cases/disclosure/redacted-classes';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { DeviationItems } from './deviations/deviation-items.service';
import type { CaseFileConformanceDto, CaseRunConformanceDto } from './case-conformance.dto';

const DAY = 86_400_000;

/** One case beside its protocols, for whoever may read it. */
@Injectable()
export class CaseConformanceService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly items: DeviationItems,
  ) {}

  async showConformance(caseFileId: string): Promise<CaseFileConformanceDto> {
    const file = await this.reader.readCase(caseFileId);
    const { expected, met, fitness, runs, deviations } = file.conformance;
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    return {
      formula: FITNESS_FORMULA,
      reference: file.row.reference,
      calledName: unlessRedacted(redacted, ['identity'], file.child.calledName),
      expected,
      met,
      fitness,
      runs: runs.map(showRun),
      deviations: await this.items.describeDeviations(file, deviations),
    };
  }
}

function showRun({ steps, openedAt: _opened, ...run }: RunConformance): CaseRunConformanceDto {
  return {
    ...run,
    steps: steps
      .filter(({ expectation }) => expectation !== 'not-applicable')
      .map((it) => ({
        step: it.step,
        title: it.title,
        expectation: it.expectation,
        weight: it.weight,
        times: it.times,
        isInOrder: it.isInOrder,
        isInTime: it.isInTime,
        isByWhomItShould: it.isByWhomItShould,
        isApproved: it.isApproved,
        isMet: it.isMet,
        doneAt: it.doneAt === null ? null : new Date(it.doneAt).toISOString(),
        origin: it.origin,
        lateDays: it.lateBy === null ? null : Math.floor(it.lateBy / DAY),
      })),
  };
}
