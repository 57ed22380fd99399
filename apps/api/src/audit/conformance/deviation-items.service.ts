import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import type { DeviationItem } from '@repere/audit';
import type { Words } from '@repere/cases';
import type { CaseDeviation, FieldClass } from '@repere/protocol-engine';
import { AccountNames, type Names } from '../../cases/account-names';
import type { LoadedCase } from '../../cases/loaded-case';
import { cutDeviation } from '../../cases/page/cut-deviations';
import { unlessWithheld, withheldClasses } from '../../cases/withheld';
import { stepTitle } from '../../cases/words/entry-title';
import { askerOf } from '../../platform/asker';
import { UnitOfWork } from '../../platform/unit-of-work';
import { type KeptJudgement, JudgementsRepository } from './judgements.repository';
import { whyMayNotJudge } from './may-judge';

const DAY = 86_400_000;

/** Deviations of a case in words, cut to what the reader may see, with what was said of each. */
@Injectable()
export class DeviationItems {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly names: AccountNames,
    private readonly judgements: JudgementsRepository,
  ) {}

  async of(file: LoadedCase, deviations: readonly CaseDeviation[]): Promise<readonly DeviationItem[]> {
    const kept = await this.judgements.of(
      file,
      deviations.map(({ key }) => key),
    );
    const names = await this.names.of([
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
  ): DeviationItem {
    const { account } = this.unit;
    const { row } = file;
    const asker = askerOf(account);
    const withheld = withheldClasses(asker, file.resource);
    const { document } = file.versionOf(it.runId);
    const step = file.findStep(it.runId, it.step);
    return {
      key: it.key,
      kind: it.kind,
      caseFileId: row.id,
      reference: row.reference,
      calledName: unlessWithheld(withheld, ['identity'], file.child.calledName),
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
      text: textOf(file, it, withheld),
      basis: (it.kind === 'late' ? step?.due?.basis : undefined) ?? step?.basis ?? [],
      entryId: it.entryId,
      enteredBy:
        it.enteredBy === null ? null : unlessWithheld(withheld, ['staff'], names.get(it.enteredBy) ?? ''),
      judgements: kept.map(({ kind, byId, at, text }) => ({
        kind,
        by: unlessWithheld(withheld, ['staff'], names.get(byId) ?? ''),
        at: at.toISOString(),
        text: text && unlessWithheld(withheld, ['narrative', 'opinion'], text),
      })),
      mayExplain: may(asker, 'write', file.resource).yes,
      mayNotJudge: whyMayNotJudge(account, file, it),
    };
  }
}

/** Flags speak of facts: their words go with those. */
function textOf(file: LoadedCase, it: CaseDeviation, withheld: ReadonlySet<FieldClass>): Words {
  const { kind, runId, step, entryId, text } = it;
  const isFlag = kind === 'flag' || kind === 'rights-incident' || kind === 'no-third-person';
  if (!isFlag) return text;
  const asEngine = {
    kind: kind === 'flag' ? kind : ('rights-incident' as const),
    runId,
    step,
    entryId,
    text,
  };
  return cutDeviation(file, asEngine, withheld).text;
}
