import { Injectable, inject, signal } from '@angular/core';
import type { DeviationItem, JudgeDeviation } from '@repere/contract';
import { judgeDeviationLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField, limitLength } from '../../platform/form/mistake';
import { ConformanceClient } from './conformance-client';

/** What one is about to say of a deviation. */
export type Saying = 'explain' | JudgeDeviation['verdict'];

/** Saying something of one deviation: which word, why, and how sending it went. */
@Injectable()
export class Judging {
  private readonly client = inject(ConformanceClient);

  readonly saying = signal<Saying | null>(null);
  readonly form = new SendingForm({ text: '' }, ({ text }) => {
    checkField(text, 'audit.deviations.missing', (typed) => typed.trim().length < 3);
    limitLength(text, judgeDeviationLengths.text);
  });

  startJudging(saying: Saying): void {
    this.saying.set(saying);
    this.form.forget();
  }

  stopJudging(): void {
    this.saying.set(null);
  }

  /** The deviation with what was said; `null`: nothing was sent, or it was refused. */
  async sendJudgement({ caseFileId, key }: DeviationItem): Promise<DeviationItem | null> {
    const saying = this.saying();
    const text = this.form.typed().text.trim();
    const done = await this.form.sendTyped(
      null,
      ({ idempotencyKey }) => {
        if (saying === null) return null;
        return saying === 'explain'
          ? this.client.explain(caseFileId, { key, text }, idempotencyKey)
          : this.client.judge(caseFileId, { key, verdict: saying, text }, idempotencyKey);
      },
      { about: [caseFileId, key, saying] },
    );
    if (!done) return null;
    this.form.clear();
    this.saying.set(null);
    return done.value;
  }
}
