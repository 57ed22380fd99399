import { Component, computed, inject, input, output } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { DateField, readTypedDate } from '@repere/ui/date';
import { writeThrough } from '../../../platform/form/write-through';
import type { TypedWhen } from '../typed-step';

/** When it happened: now, unless it is entered later. A year alone is an answer. A correction asks for the earlier day only. */
@Component({
  selector: 'app-when-fields',
  imports: [ChoiceField, DateField, FormField],
  template: `
    @if (!isCorrection()) {
      <rp-choice-field
        fieldId="happened"
        layout="row"
        [label]="t('step.when.label')"
        [options]="options()"
        [formField]="form.happened"
      />
    }
    @if (when().happened === 'earlier') {
      <div class="earlier" [class.alone]="isCorrection()">
        <rp-date-field
          fieldId="day"
          [label]="t('step.when.day')"
          [problem]="problem()"
          [formField]="form.day"
        />
        @if (hasDay()) {
          <div>
            <label class="rp-label" for="time">{{ t('step.when.time') }}</label>
            <input class="rp-input" id="time" type="time" [formField]="form.time" />
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
    .alone {
      padding-inline-start: 0;
    }
    #time {
      inline-size: 9rem;
    }
  `,
})
export class WhenFields {
  protected readonly t = inject(Language).t;

  readonly when = input.required<TypedWhen>();
  readonly problem = input<string | null>(null);
  readonly isCorrection = input(false);
  readonly changed = output<Partial<TypedWhen>>();

  protected readonly options = computed(() =>
    (['now', 'earlier'] as const).map((code) => ({ code, label: this.t(`step.when.${code}`) })),
  );
  /** An hour belongs to a day that is known. */
  protected readonly hasDay = computed(() => {
    const reading = readTypedDate(this.when().day);
    return reading.ok && /^\d{4}-\d{2}-\d{2}$/.test(reading.edtf);
  });

  protected readonly form = form(
    writeThrough(
      () => {
        const { happened, day, time } = this.when();
        return { happened, day, time };
      },
      (typed) => this.changed.emit(typed),
    ),
  );
}
