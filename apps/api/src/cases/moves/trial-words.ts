import type { Words } from '@repere/cases';
import { DEADLINE_ORIGINS, type ProtocolDocument, type SharedDocument } from '@repere/protocol';
import type { RunTrial } from '@repere/case-engine';
import { stepTitle } from '../../protocols/publishing/step-title';
import type { DryRunRow, KeptTrial, Tallies } from './dry-run-row';
import type { DryRunCountsDto } from './dry-runs.dto';

const ROUNDED_TO = 5;

/** Gives kept trials their words back, from the protocol's versions. */
export class TrialWords {
  private readonly documents: readonly ProtocolDocument[];

  constructor(
    private readonly dryRun: Pick<DryRunRow, 'protocol' | 'document'>,
    /** Newest first. */
    titledIn: readonly ProtocolDocument[],
    private readonly shared: SharedDocument,
  ) {
    this.documents = [dryRun.document, ...titledIn];
  }

  /** Of so many runs that were tried; rounded up, so that no count is about one child. */
  counts({ changed, unchanged, gains, loses, passed, toConfirm }: Tallies, tried: number): DryRunCountsDto {
    const rounded = (runs: number): number => Math.min(Math.ceil(runs / ROUNDED_TO) * ROUNDED_TO, tried);
    const lines = (tally: Readonly<Record<string, number>>) =>
      Object.entries(tally)
        .sort(([, a], [, b]) => b - a)
        .map(([step, runs]) => ({ step, title: this.step(step), runs: rounded(runs) }));
    return {
      changed: rounded(changed),
      unchanged: rounded(unchanged),
      gains: lines(gains),
      loses: lines(loses),
      passed: Object.entries(passed)
        .sort(([, a], [, b]) => b - a)
        .map(([key, runs]) => {
          const [step = '', said] = key.split(' ');
          const origin = DEADLINE_ORIGINS.find((it) => it === said);
          if (!origin) throw new Error(`no origin of a deadline: ${key}`);
          return { step, title: this.step(step), origin, runs: rounded(runs) };
        }),
      toConfirm: lines(toConfirm),
    };
  }

  trial(runId: string, kept: KeptTrial): RunTrial {
    const titled = <T extends { readonly step: string }>(list: readonly T[]) =>
      list.map((it) => ({ ...it, title: this.step(it.step) }));
    return {
      runId,
      protocol: this.dryRun.protocol,
      from: kept.from,
      to: kept.to,
      gains: titled(kept.gains),
      loses: titled(kept.loses),
      differs: titled(kept.differs),
      passed: kept.passed,
      toConfirm: titled(kept.toConfirm.map((step) => ({ step }))),
      leftBehind: kept.leftBehind.map((fact) => ({ fact, title: this.fact(fact) })),
      outcome: kept.outcome,
    };
  }

  step(id: string): Words {
    return stepTitle(this.documents, id);
  }

  private fact(id: string): Words {
    for (const { facts } of this.documents) {
      const found = facts[id];
      if (found) return found.title;
    }
    return this.shared.facts[id]?.title ?? { fr: id, en: id };
  }
}
