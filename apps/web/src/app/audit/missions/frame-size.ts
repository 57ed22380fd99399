import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import type { MissionScope } from '@repere/contract';
import { Language } from '@repere/ui';
import { MissionsClient } from './missions-client';

const PAUSE = 400;

/** How many cases the scope takes in, as it is typed. */
@Component({
  selector: 'app-frame-size',
  template: `<p role="status">{{ words() }}</p>`,
  styles: `
    p {
      margin: 0;
      padding: 0.75rem 1rem;
      border-inline-start: 4px solid var(--rp-primary);
      background: var(--rp-wash);
      font-weight: 600;
    }
  `,
})
export class FrameSize {
  private readonly client = inject(MissionsClient);
  private readonly language = inject(Language);

  readonly scope = input.required<MissionScope | null>();

  private readonly size = signal<number | null>(null);
  /** Of two questions the later one counts, whichever answer comes first. */
  private turn = 0;

  constructor() {
    effect((onCleanup) => {
      const scope = this.scope();
      const waiting = setTimeout(() => untracked(() => void this.askForSize(scope)), PAUSE);
      onCleanup(() => clearTimeout(waiting));
    });
  }

  protected words(): string {
    const size = this.size();
    return size === null
      ? this.language.t('audit.plan.frame-unknown')
      : this.language.count('audit.plan.frame', size);
  }

  private async askForSize(scope: MissionScope | null): Promise<void> {
    const turn = ++this.turn;
    if (!scope) return this.size.set(null);
    const answer = await this.client.frame(scope);
    if (turn === this.turn) this.size.set(answer.ok ? answer.value.size : null);
  }
}
