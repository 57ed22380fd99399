import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';

import type { CaseDeviation } from '@repere/case-engine';
import { AccountNames, type Names } from '../../../cases/reading/account-names';
import type { LoadedCase } from '../../../cases/reading/loaded-case';
import { maskOf } from '../../../cases/disclosure/mask-words';
import { opensJudgements } from '../../../cases/disclosure/opens-words';
import { redactDeviation } from '../../../cases/page/redaction/redact-deviations';
import { unlessRedacted, REDACTED, redactedClasses } from '../../../cases/disclosure/redacted-classes';
import { stepTitle } from '../../../cases/words/entry-title';
import { principalOf } from '../../../platform/unit/principal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { type KeptJudgement, JudgementsRepository } from './judgements.repository';
import { whyMayNotJudge } from './may-judge';
import type { DeviationItemDto } from './deviations.dto';

const DAY = 86_400_000;

/** Deviations of a case in words, redacted to what the reader may see, with what was said of each. */
@Injectable()
export class DeviationItems {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly names: AccountNames,
    private readonly judgements: JudgementsRepository,
  ) {}

  async describeDeviations(
    file: LoadedCase,
    deviations: readonly CaseDeviation[],
  ): Promise<readonly DeviationItemDto[]> {
    const kept = await this.judgements.findJudgements(
      file,
      deviations.map(({ key }) => key),
    );
    const names = await this.names.readNames([
      ...deviations.map(({ enteredBy }) => enteredBy),
      ...kept.map(({ byId }) => byId),
    ]);
    return deviations.map((it) =>
      this.item(
        file,
        it,
        kept.filter(({ key }) => key === it.key),
        names,
      ),
    );
  }

  private item(
    file: LoadedCase,
    it: CaseDeviation,
    kept: readonly KeptJudgement[],
    names: Names,
  ): DeviationItemDto {
    const { account } = this.unit;
    const { row } = file;
    const principal = principalOf(account);
    const redacted = redactedClasses(principal, file.resource);
    const { document } = file.versionOf(it.runId);
    const step = file.findStep(it.runId, it.step);
    const opensSaid = opensJudgements(file, it, redacted);
    return {
      key: it.key,
      kind: it.kind,
      caseFileId: row.id,
      reference: row.reference,
      calledName: unlessRedacted(redacted, ['identity'], file.child.calledName),
      runId: it.runId,
      step: it.step,
      stepTitle: stepTitle(file, it.runId, it.step),
      protocol: document.protocol,
      protocolTitle: document.title,
      version: document.version,
      since: new Date(it.since).toISOString(),
      days: it.by === undefined ? null : Math.floor(it.by / DAY),
      origin: it.origin ?? null,
      isOpen: it.isOpen,
      text: redactDeviation(file, it, redacted).text,
      basis: (it.kind === 'late' ? step?.due?.basis : undefined) ?? step?.basis ?? [],
      entryId: it.entryId,
      enteredBy:
        it.enteredBy === null ? null : unlessRedacted(redacted, ['staff'], names.get(it.enteredBy) ?? ''),
      judgements: kept.map(({ kind, byId, at, text }) => ({
        kind,
        by: unlessRedacted(redacted, ['staff'], names.get(byId) ?? ''),
        at: at.toISOString(),
        text: text && (opensSaid ? maskOf(file, redacted)(text) : REDACTED),
      })),
      mayExplain: may(principal, 'write', file.resource).yes,
      mayNotJudge: whyMayNotJudge(account, file, it),
    };
  }
}
