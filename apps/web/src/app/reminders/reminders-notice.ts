import { Component, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import { RemindersClient } from './reminders-client';

/** Reminders that nobody has answered, where the day begins; nothing when there is none. */
@Component({
  selector: 'app-reminders-notice',
  imports: [RouterLink],
  template: `
    @if (waiting(); as n) {
      <p>
        <a routerLink="/rappels">{{ language.count('reminders.waiting', n) }}</a>
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
export class RemindersNotice {
  private readonly client = inject(RemindersClient);
  protected readonly language = inject(Language);

  /** It is known whether there is one: from then on it takes its room, or none. */
  readonly settled = output<void>();
  protected readonly waiting = signal(0);

  constructor() {
    void this.client.listReminders().then((answer) => {
      if (answer.ok) this.waiting.set(answer.value.items.filter((it) => it.answeredAt === null).length);
      this.settled.emit();
    });
  }
}
