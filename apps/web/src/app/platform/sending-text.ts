import { signal } from '@angular/core';
import type { Problem } from '@repere/contract';
import type { Answered, Sending } from './api';
import { SendingKey } from './sending-key';

/** The one text that a form asks for, on its way: what was typed stays while it is missing, or refused. */
export class SendingText {
  private readonly keys = new SendingKey();

  readonly text = signal('');
  readonly isMissing = signal(false);
  readonly problem = signal<Problem | null>(null);

  /** Sends what was typed about something, under one key as long as both are the same. `null`: missing or refused. */
  async send<T>(
    event: Event,
    about: string,
    act: (text: string, sending: Sending) => Promise<Answered<T>>,
  ): Promise<{ readonly value: T } | null> {
    event.preventDefault();
    const text = this.text().trim();
    this.isMissing.set(!text);
    if (!text) return null;
    const answer = await this.keys.send([about, text], (idempotencyKey) => act(text, { idempotencyKey }));
    this.problem.set(answer.ok ? null : answer.problem);
    return answer.ok ? answer : null;
  }
}
