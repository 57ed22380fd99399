import { Component, computed, inject, input, signal } from '@angular/core';
import { needsThirdPerson } from '@repere/cases';
import type { AppointmentOutline } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { AppointmentRow } from './appointment-row';
import { appointmentWords } from './appointment-words';
import { HeardAgain } from './heard-again';
import { noonOf } from './by-day';

/** On the page of a case, below the next step: the appointment that is next, what it lacks and what is in its way. */
@Component({
  selector: 'app-next-appointment',
  imports: [AppointmentRow, HeardAgain],
  template: `
    <section [attr.aria-label]="t('case.next-appointment')">
      <p class="label">{{ t('case.next-appointment') }}</p>
      @if (hasWords()) {
        <app-appointment-row [caseFileId]="caseFileId()" [it]="next()">
          <span>{{ day() }}</span>
        </app-appointment-row>
        @if (isHearing()) {
          <app-heard-again class="again" [caseFileId]="caseFileId()" [appointmentId]="next().id" />
        }
      }
    </section>
  `,
  styles: `
    section {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75rem;
      /* As high as what comes with its words. */
      min-block-size: 44px;
    }
    .label {
      margin: 0;
      padding-block: 0.6rem;
      color: var(--rp-ink-soft);
    }
    app-appointment-row {
      flex: 1 1 16rem;
    }
    .again {
      flex-basis: 100%;
    }
    @media (width < 46rem) {
      section {
        display: block;
      }
      .label {
        padding-block: 0.4rem 0;
      }
    }
  `,
})
export class NextAppointment {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  readonly next = input.required<AppointmentOutline>();

  /** Words of appointments come once there is one. */
  protected readonly hasWords = signal(false);
  protected readonly day = computed(() => this.time.day(noonOf(this.next().day), 'UTC'));

  /** Or a confrontation. */
  protected readonly isHearing = computed(() => needsThirdPerson(this.next().kind));

  constructor() {
    void this.language.useAlso(appointmentWords).then(() => this.hasWords.set(true));
  }
}
