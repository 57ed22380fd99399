import { Injectable, computed, inject, signal } from '@angular/core';
import type { Problem, WhatIf, WhatIfRequest } from '@repere/contract';
import { WhatIfClient } from './what-if-client';

/** Answers that are being tried on one case, and what they would bring: of two asked in a row, the later. Provided by the page. */
@Injectable()
export class Trial {
  private readonly client = inject(WhatIfClient);
  private readonly answer = signal<{ readonly asked: string; readonly effects: WhatIf } | null>(null);
  private readonly fault = signal<Problem | null>(null);
  private readonly asking = signal<string | null>(null);
  private turn = 0;

  /** `null` until they are known. */
  readonly effects = computed(() => this.answer()?.effects ?? null);
  readonly problem = this.fault.asReadonly();
  readonly isAsking = computed(() => this.asking() !== null);

  /** Asks what these answers would bring; without any, forgets what was asked. The same once more is not asked again. */
  async askWhatIf(caseFileId: string, request: WhatIfRequest): Promise<void> {
    const asked = JSON.stringify([caseFileId, request]);
    if (!Object.keys(request.values).length) return this.forget();
    if (asked === this.asking() || asked === this.answer()?.asked) return;
    const turn = ++this.turn;
    this.asking.set(asked);
    const answer = await this.client.tryOut(caseFileId, request);
    if (turn !== this.turn) return;
    this.asking.set(null);
    this.fault.set(answer.ok ? null : answer.problem);
    this.answer.set(answer.ok ? { asked, effects: answer.value } : null);
  }

  /** What was seen no longer holds: the case has changed. */
  forget(): void {
    this.turn++;
    this.asking.set(null);
    this.fault.set(null);
    this.answer.set(null);
  }
}
