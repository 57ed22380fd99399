import { Injectable, computed, inject, signal } from '@angular/core';
import type { ProtocolSummary } from '@repere/contract';
import { Language, type BothLanguages } from '@repere/ui';
import { ProtocolsClient } from './protocols-client';

/** What the other protocols are called, and which version of each holds: asked once, when a page first needs it. */
@Injectable({ providedIn: 'root' })
export class TitlesInForce {
  private readonly client = inject(ProtocolsClient);
  private readonly language = inject(Language);
  private readonly list = signal<readonly ProtocolSummary[] | null>(null);
  private asked: Promise<readonly ProtocolSummary[]> | null = null;

  /** By name, in both languages. */
  readonly all = computed<Readonly<Record<string, BothLanguages>>>(() =>
    Object.fromEntries((this.list() ?? []).filter((it) => it.inForce).map((it) => [it.protocol, it.title])),
  );

  constructor() {
    void this.summaries();
  }

  /** In the reader's language; its name until it is known. */
  titleOf(protocol: string): string {
    const title = this.all()[protocol];
    return title ? this.language.localize(title) : protocol;
  }

  /** Every version of the list; empty when it couldn't be read, and asked again the next time. */
  async summaries(): Promise<readonly ProtocolSummary[]> {
    this.asked ??= this.client.listProtocols().then((answer) => {
      if (!answer.ok) {
        this.asked = null;
        return [];
      }
      this.list.set(answer.value);
      return answer.value;
    });
    return this.asked;
  }
}
