import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Erasure, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { PrivacyClient } from '../privacy-client';

/** One erasure: why, by whom, what is in the way; agreeing to it asks once more, since nothing comes back. */
@Component({
  selector: 'app-erasure-card',
  imports: [ActProblem, MatButton, RouterLink],
  templateUrl: './erasure-card.html',
})
export class ErasureCard {
  private readonly client = inject(PrivacyClient);
  private readonly keys = new SendingKey();
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly erasure = input.required<Erasure>();
  readonly settled = output<Erasure | null>();

  protected readonly isSure = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isOpen = computed(() => ['proposed', 'void'].includes(this.erasure().state));
  protected readonly casePath = computed(() => {
    const { caseFileId } = this.erasure();
    return caseFileId === null ? null : ['/dossiers', caseFileId];
  });
  protected readonly certificate = computed(() => this.client.certificateOf(this.erasure().id));

  protected async approveErasure(): Promise<void> {
    this.isBusy.set(true);
    const erasure = this.erasure();
    const answer = await this.keys.sendOnce([erasure.id, erasure.hash], (idempotencyKey) =>
      this.client.approveErasure(erasure, {
        idempotencyKey,
      }),
    );
    this.isBusy.set(false);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.settled.emit(answer.value);
  }

  protected async settleErasure(): Promise<void> {
    const erasure = this.erasure();
    const answer = await this.keys.sendOnce([erasure.id, 'no'], (idempotencyKey) =>
      this.client.settleErasure(erasure, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.settled.emit(null);
  }
}
