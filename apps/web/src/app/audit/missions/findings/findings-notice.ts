import { Component, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import { auditWords } from '../../audit-words';
import { MissionsClient } from '../missions-client';

/** Findings that wait for the reader's answer, where the day begins; nothing when there is none. */
@Component({
  selector: 'app-findings-notice',
  imports: [RouterLink],
  template: `
    @if (waiting(); as n) {
      <p>
        <a routerLink="/constats">{{ language.count('audit.findings.waiting', n) }}</a>
      </p>
    }
  `,
  styles: `
    p {
      margin-block: 0.75rem;
      padding: 0.6rem 1rem;
      border-inline-start: 4px solid var(--rp-accent);
      background: var(--rp-wash);
    }
  `,
})
export class FindingsNotice {
  private readonly client = inject(MissionsClient);
  protected readonly language = inject(Language);

  /** It is known whether there is one: from then on it takes its room, or none. */
  readonly settled = output<void>();
  protected readonly waiting = signal(0);

  constructor() {
    void this.countWaiting();
  }

  private async countWaiting(): Promise<void> {
    const answer = await this.client.findings();
    const waiting = answer.ok ? answer.value.items.filter((it) => !it.closing && !it.answer).length : 0;
    if (waiting > 0) await this.language.useAlso(auditWords);
    this.waiting.set(waiting);
    this.settled.emit();
  }
}
