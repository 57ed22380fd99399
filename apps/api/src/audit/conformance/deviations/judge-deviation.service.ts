import { Injectable } from '@nestjs/common';
import type { CaseDeviation } from '@repere/case-engine';
import { CaseReader } from '../../../cases/reading/case-reader';
import type { LoadedCase } from '../../../cases/reading/loaded-case';
import { Refusal } from '../../../platform/refusals/refusal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { DeviationItems } from './deviation-items.service';
import { JudgementsRepository } from './judgements.repository';
import { whyMayNotJudge } from './may-judge';
import type { DeviationItemDto, ExplainDeviationDto, JudgeDeviationDto } from './deviations.dto';

/** Explaining a deviation, and judging it: the worker says why, another person says whether that was right. */
@Injectable()
export class JudgeDeviationService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly judgements: JudgementsRepository,
    private readonly items: DeviationItems,
  ) {}

  /** Throws `not-found` for a deviation that the case does not have (any more). */
  async explain(caseFileId: string, { key, text }: ExplainDeviationDto): Promise<DeviationItemDto> {
    const file = await this.reader.lock(caseFileId);
    const deviation = deviationOf(file, key);
    await this.judgements.addJudgement(file, deviation, { kind: 'explained', text });
    return this.item(file, deviation);
  }

  /** Besides, `refused` to whoever would judge their own act. */
  async judge(caseFileId: string, { key, verdict, text }: JudgeDeviationDto): Promise<DeviationItemDto> {
    const file = await this.reader.lock(caseFileId);
    const deviation = deviationOf(file, key);
    const why = whyMayNotJudge(this.unit.account, file, deviation);
    if (why) throw new Refusal('refused', { reasons: [{ code: 'own-act', text: why }] });
    await this.judgements.addJudgement(file, deviation, { kind: verdict, text });
    return this.item(file, deviation);
  }

  private async item(file: LoadedCase, deviation: CaseDeviation): Promise<DeviationItemDto> {
    const [item] = await this.items.describeDeviations(file, [deviation]);
    if (!item) throw new Error('no item');
    return item;
  }
}

function deviationOf(file: LoadedCase, key: string): CaseDeviation {
  const found = file.conformance.deviations.find((it) => it.key === key);
  if (!found) throw new Refusal('not-found');
  return found;
}
