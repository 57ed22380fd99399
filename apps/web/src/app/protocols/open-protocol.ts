import { Injectable, computed, inject, signal } from '@angular/core';
import type { Problem, ReadableProtocol } from '@repere/contract';
import { ProtocolsClient } from './protocols-client';

/** The version that its pages are about: read once for all of them. */
@Injectable()
export class OpenProtocol {
  private readonly client = inject(ProtocolsClient);
  private readonly loaded = signal<ReadableProtocol | null>(null);
  private turn = 0;

  readonly problem = signal<Problem | null>(null);
  readonly isReady = signal(false);
  /** Whether every ground is shown at once. */
  readonly showsGrounds = signal(false);
  /** Only for pages that are drawn once it is ready. */
  readonly current = computed(() => {
    const protocol = this.loaded();
    if (!protocol) throw new Error('No protocol is open');
    return protocol;
  });

  async loadProtocol(name: string, version: string): Promise<void> {
    const turn = ++this.turn;
    this.isReady.set(false);
    const answer = await this.client.readProtocol(name, version);
    if (turn !== this.turn) return;
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.loaded.set(answer.value);
    this.isReady.set(true);
  }
}
