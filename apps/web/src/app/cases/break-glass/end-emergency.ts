import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { BreakGlassShown, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { GlassClient } from './glass-client';

/** Whether this emergency access is open, who ended it, and the press that ends it. */
@Component({
  selector: 'app-end-emergency',
  imports: [ActProblem, MatButton],
  template: `
    @if (glass(); as it) {
      @if (it.ended; as ended) {
        <p>{{ t('rights.glass.ended-by', { name: ended.by, moment: time.moment(ended.at) }) }}</p>
      } @else if (it.isOpen && !isOver()) {
        <p class="open">
          <strong>{{ t('rights.glass.open-until', { time: time.briefly(it.until) }) }}</strong>
          @if (mayEnd()) {
            <button
              matButton="outlined"
              type="button"
              [attr.aria-label]="t('rights.glass.end-of', { name: it.by.name })"
              (click)="endEmergency()"
            >
              {{ t('rights.glass.end') }}
            </button>
          }
        </p>
      }
    }
    <app-act-problem [problem]="problem()" />
  `,
  styles: `
    .open {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 1rem;
    }
  `,
})
export class EndEmergency {
  private readonly client = inject(GlassClient);
  private readonly keys = new SendingKey();
  protected readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly glass = input.required<BreakGlassShown>();
  readonly mayEnd = input(false);
  readonly stopped = output<void>();

  protected readonly isOver = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async endEmergency(): Promise<void> {
    const { id } = this.glass();
    const answer = await this.keys.sendOnce(id, (idempotencyKey) =>
      this.client.endEmergency(id, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    this.isOver.set(answer.ok);
    if (answer.ok) this.stopped.emit();
  }
}
