import { Component, computed, inject } from '@angular/core';
import { ChoiceField, DateField, Language, readTypedDate } from '@repere/ui';
import { FormProblems } from './form-problems';
import { StepSession } from './step-session';

/** When it happened: now, unless it is entered later. A year alone is an answer. */
@Component({
  selector: 'app-when-fields',
  imports: [ChoiceField, DateField],
  template: `
    <rp-choice-field
      fieldId="happened"
      layout="row"
      [label]="t('step.when.label')"
      [options]="options()"
      [value]="typed().happened"
      (valueChange)="session.change({ happened: $event === 'earlier' ? 'earlier' : 'now' })"
    />
    @if (typed().happened === 'earlier') {
      <div class="earlier">
        <rp-date-field
          fieldId="day"
          [label]="t('step.when.day')"
          [problem]="problems.of('day')"
          [value]="typed().day"
          (valueChange)="session.change({ day: $event })"
        />
        @if (hasDay()) {
          <div>
            <label class="rp-label" for="time">{{ t('step.when.time') }}</label>
            <input class="rp-input" id="time" type="time" [value]="typed().time" (input)="setTime($event)" />
          </div>
        }
      </div>
    }
  `,
  styles: `
    .earlier {
      display: grid;
      gap: 1rem;
      margin-block-start: 0.5rem;
      padding-inline-start: 2.05rem;
    }
    #time {
      inline-size: 9rem;
    }
  `,
})
export class WhenFields {
  protected readonly t = inject(Language).t;
  protected readonly session = inject(StepSession);
  protected readonly problems = inject(FormProblems);

  protected readonly typed = this.session.typed;
  protected readonly options = computed(() =>
    (['now', 'earlier'] as const).map((code) => ({ code, label: this.t(`step.when.${code}`) })),
  );
  /** An hour belongs to a day that is known. */
  protected readonly hasDay = computed(() => {
    const reading = readTypedDate(this.typed().day);
    return reading.ok && /^\d{4}-\d{2}-\d{2}$/.test(reading.edtf);
  });

  protected setTime(event: Event): void {
    this.session.change({ time: (event.target as HTMLInputElement).value });
  }
}
