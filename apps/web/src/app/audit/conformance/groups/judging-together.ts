import { Injectable, inject, signal } from '@angular/core';
import type { DeviationItem, JudgeDeviation, Problem } from '@repere/contract';
import { judgeDeviationLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../../platform/form/sending-form';
import { checkField, limitLength } from '../../../platform/form/mistake';
import { SendingKey } from '../../../platform/sending-key';
import { asAnswer } from '../../../platform/api';
import { ConformanceClient } from '../conformance-client';

export type Verdict = JudgeDeviation['verdict'];

/** One reason for several deviations: each is judged by itself, with an entry of its own, one after the other. */
@Injectable()
export class JudgingTogether {
  private readonly client = inject(ConformanceClient);
  /** The same judgement of the same deviation is sent under the same key, however often it is tried. */
  private readonly keys = new Map<string, SendingKey>();

  readonly verdict = signal<Verdict | null>(null);
  /** How many of those that are being judged are done. */
  readonly done = signal(0);
  readonly form = new SendingForm({ text: '' }, ({ text }) => {
    checkField(text, 'audit.deviations.missing', (typed) => typed.trim().length < 3);
    limitLength(text, judgeDeviationLengths.text);
  });

  startJudging(verdict: Verdict): void {
    this.verdict.set(verdict);
    this.form.forget();
  }

  stopJudging(): void {
    this.verdict.set(null);
  }

  /** Those that were judged; the first refusal ends it, and says why. */
  async sendJudgements(items: readonly DeviationItem[]): Promise<readonly DeviationItem[]> {
    const verdict = this.verdict();
    const text = this.form.typed().text.trim();
    const judged: DeviationItem[] = [];
    this.done.set(0);
    const sent = await this.form.sendTyped(null, async () => {
      if (verdict === null || items.length === 0) return null;
      let problem: Problem | null = null;
      for (const { caseFileId, key } of items) {
        const sending = this.keys.get(key) ?? new SendingKey();
        this.keys.set(key, sending);
        const answer = await sending.sendOnce([verdict, text], (id) =>
          this.client.judge(caseFileId, { key, verdict, text }, id),
        );
        if (!answer.ok) {
          problem = answer.problem;
          break;
        }
        judged.push(answer.value);
        this.done.set(judged.length);
      }
      return asAnswer(problem);
    });
    if (sent) {
      this.form.clear();
      this.verdict.set(null);
    }
    return judged;
  }
}
