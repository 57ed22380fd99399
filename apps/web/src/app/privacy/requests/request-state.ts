import { Component, computed, inject, input } from '@angular/core';
import type { AccessRequestSummary } from '@repere/contract';
import { Language } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/status';
import { OriginTag } from '@repere/ui/origin';
import { formatDate } from '../format-date';

/** Where a request stands: its state, since when, and, while somebody waits for an answer, until when or how late. */
@Component({
  selector: 'app-request-state',
  imports: [DeadlineLabel, OriginTag],
  template: `
    <p>
      <strong>{{ t('privacy.request.state.' + request().state) }}</strong>
      <span>{{ received() }}</span>
      @if (due(); as due) {
        <rp-deadline-label [dueAt]="due" />
        <rp-origin-tag origin="TOOL" />
      }
    </p>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25rem 1.25rem;
      margin-block-end: 0.75rem;
    }
  `,
})
export class RequestState {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly request = input.required<AccessRequestSummary>();

  protected readonly received = computed(() =>
    this.t('privacy.request.received', {
      day: formatDate(this.request().receivedOn, this.language.current()),
    }),
  );
  /** The end of that day; nothing once it is settled. */
  protected readonly due = computed(() => {
    const { state, dueOn } = this.request();
    return state === 'to-review' || state === 'reviewed' ? new Date(`${dueOn}T24:00:00`).getTime() : null;
  });
}
