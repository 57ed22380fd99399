import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isCaseConference } from '@repere/cases';
import type { AppointmentOutline } from '@repere/contract';
import { Language } from '@repere/ui';
import { conferencePath } from '../cases/case-paths';
import { addressOf } from '../platform/address-of';
import { APPOINTMENT_PAGES } from './pages';

/** An appointment on one line: when, what, what became of it; then what is in its way and what nobody has settled. */
@Component({
  selector: 'app-appointment-row',
  imports: [RouterLink],
  template: `
    <p class="line">
      <span class="hour">{{ it().hour ?? t('appointments.no-hour') }}</span>
      @if (isLink()) {
        <a [routerLink]="path()">{{ t('appointments.kind.' + it().kind) }}</a>
      }
      <ng-content />
      @if (it().state !== 'planned') {
        <span>{{ t('appointments.state.' + it().state) }}</span>
      }
    </p>
    @for (clash of it().clashes; track clash.kind) {
      <p class="clash">{{ t('appointments.clash.' + clash.kind + (clash.isSure ? '' : '-maybe')) }}</p>
    }
    @if (it().missing.length) {
      <p class="missing">{{ language.labelled(t('appointments.missing.label'), missing()) }}</p>
    }
  `,
  styleUrl: './appointment-row.scss',
})
export class AppointmentRow {
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  readonly it = input.required<AppointmentOutline>();
  /** Not on the page that it would lead to. */
  readonly isLink = input(true);

  protected readonly path = computed(() =>
    isCaseConference(this.it().kind)
      ? conferencePath(this.caseFileId(), this.it().id)
      : addressOf(APPOINTMENT_PAGES.appointment.path, {
          caseFileId: this.caseFileId(),
          appointmentId: this.it().id,
        }),
  );
  protected readonly missing = computed(() =>
    this.it()
      .missing.map((part) => this.t(`appointments.missing.${part}`))
      .join(', '),
  );
}
