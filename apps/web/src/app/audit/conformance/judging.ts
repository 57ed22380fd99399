import { Injectable, computed, inject, signal } from '@angular/core';
import type { DeviationItem, JudgeDeviation } from '@repere/audit';
import type { Problem } from '@repere/cases';
import { SendingKey } from '../../platform/sending-key';
import { ConformanceClient } from './conformance-client';

/** What one is about to say of a deviation. */
export type Saying = 'explain' | JudgeDeviation['verdict'];

/** Saying something of one deviation: which word, why, and how sending it went. */
@Injectable()
export class Judging {
  private readonly client = inject(ConformanceClient);
  private readonly keys = new SendingKey();

  readonly saying = signal<Saying | null>(null);
  readonly text = signal('');
  readonly isMissing = signal(false);
  readonly problem = signal<Problem | null>(null);
  private readonly busy = signal(false);
  readonly isBusy = computed(() => this.busy());

  start(saying: Saying): void {
    this.saying.set(saying);
    this.isMissing.set(false);
    this.problem.set(null);
  }

  stop(): void {
    this.saying.set(null);
  }

  /** The deviation with what was said; `null`: nothing was sent, or it was refused. */
  async send({ caseFileId, key }: DeviationItem): Promise<DeviationItem | null> {
    const saying = this.saying();
    const text = this.text().trim();
    this.isMissing.set(text.length < 3);
    if (saying === null || text.length < 3 || this.busy()) return null;
    this.busy.set(true);
    const answer = await this.keys.send({ caseFileId, key, saying, text }, (id) =>
      saying === 'explain'
        ? this.client.explain(caseFileId, { key, text }, id)
        : this.client.judge(caseFileId, { key, verdict: saying, text }, id),
    );
    this.busy.set(false);
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return null;
    this.text.set('');
    this.saying.set(null);
    return answer.value;
  }
}
