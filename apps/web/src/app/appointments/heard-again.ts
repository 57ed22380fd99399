import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { isRedacted } from '@repere/cases';
import type { Appointments } from '@repere/contract';
import { Language } from '@repere/ui';
import { AppointmentsClient } from './appointments-client';

/** Of a hearing to come that would be a repeat (S39): which one it would be at least, and why the child is heard again, or that nobody said. */
@Component({
  selector: 'app-heard-again',
  template: `
    @if (hearing(); as it) {
      <p>
        <span>{{ t('appointments.repeat.' + it.isRepeat, { nth: it.nth }) }}</span>
        @if (why(); as words) {
          &ngsp;<span>{{ language.labelled(t('appointments.why-again'), words) }}</span>
        } @else if (it.isRepeat === 'yes') {
          &ngsp;<strong>{{
            t(it.isJustified ? 'appointments.repeat.why' : 'appointments.repeat.no-why')
          }}</strong>
        }
      </p>
    }
  `,
  styles: `
    p {
      margin: 0.25rem 0 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class HeardAgain {
  private readonly client = inject(AppointmentsClient);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  /** The hearing or confrontation. */
  readonly appointmentId = input.required<string>();

  private readonly calendar = signal<Appointments | null>(null);
  /** `null`: it would be the first, or who reads may not know. */
  protected readonly hearing = computed(
    () =>
      this.calendar()?.hearings?.next.find(
        ({ id, isRepeat }) => id === this.appointmentId() && isRepeat !== 'no',
      ) ?? null,
  );
  protected readonly why = computed(() => {
    const words = this.calendar()?.next.find(({ id }) => id === this.appointmentId())?.whyAgain ?? null;
    return isRedacted(words) ? null : words;
  });

  constructor() {
    effect(() => {
      const [caseFileId] = [this.caseFileId(), this.appointmentId()];
      untracked(() => void this.loadHearings(caseFileId));
    });
  }

  /** Who may not read the calendar is told nothing of it here. */
  private async loadHearings(caseFileId: string): Promise<void> {
    const answer = await this.client.listAppointments(caseFileId);
    if (answer.ok) this.calendar.set(answer.value);
  }
}
