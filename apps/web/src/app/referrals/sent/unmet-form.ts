import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { RecordUnmet } from '@repere/contract';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';

const REASONS = ['refused', 'full', 'age', 'language', 'silent', 'no-service'] as const;

/** Nobody meets the need, and why: counted, and asked again of the next one whenever there is one. */
@Component({
  selector: 'app-unmet-form',
  imports: [FormField, MatButton, SelectField],
  template: `
    <form novalidate (submit)="choose($event)">
      <rp-select-field
        [fieldId]="'unmet-' + needId()"
        [label]="t('referrals.sent.unmet')"
        [hint]="t('referrals.sent.unmet-hint')"
        [options]="reasons()"
        [problem]="form.problemOf('reason')"
        [formField]="form.fields.reason"
      />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('referrals.sent.unmet-act') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      max-inline-size: 32rem;
    }
  `,
})
export class UnmetForm {
  protected readonly t = inject(Language).t;

  readonly needId = input.required<string>();
  readonly chosen = output<RecordUnmet['reason']>();

  protected readonly form = new SendingForm({ reason: null as RecordUnmet['reason'] | null }, ({ reason }) =>
    requireValue(reason, 'referrals.sent.unmet-missing'),
  );
  protected readonly reasons = computed(() =>
    REASONS.map((code) => ({ code, label: this.t(`referrals.reason.${code}`) })),
  );

  protected async choose(event: Event): Promise<void> {
    const { reason } = this.form.typed();
    // What came of it is told by the page: nothing is sent from here.
    const done = await this.form.send<void>(event, () =>
      reason === null ? null : Promise.resolve({ ok: true, value: undefined, seq: null }),
    );
    if (done && reason) this.chosen.emit(reason);
  }
}
