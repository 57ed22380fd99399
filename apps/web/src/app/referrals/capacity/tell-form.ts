import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Problem, ReferralChoices, TellService } from '@repere/contract';
import { tellServiceLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ChoiceField, CodesField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { BasisFields } from '../../privacy/case/basis-fields';
import { NO_BASIS, readBasis, requireBasis } from '../../privacy/case/typed-basis';
import { ActProblem } from '../../platform/act-problem';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ReferralsClient } from '../referrals-client';
import { CapacityClient } from './capacity-client';

const MEANS = ['spoken', 'written'] as const satisfies readonly TellService['how'][];

/** That a service without account was told who the child is: by telephone or letter, after its yes. Once for a need. */
@Component({
  selector: 'app-tell-form',
  imports: [ActProblem, BasisFields, ChoiceField, CodesField, ErrorSummary, FormField, MatButton, TextField],
  template: `
    <form novalidate (submit)="recordTold($event)">
      <rp-error-summary [problems]="form.problems()" />
      <p class="rp-quiet">{{ t('capacity.told.lead') }}</p>
      <rp-text-field
        fieldId="told-what"
        [label]="t('capacity.told.what')"
        [hint]="t('capacity.told.what-hint')"
        [rows]="3"
        [problem]="form.problemOf('what')"
        [formField]="form.fields.what"
      />
      <rp-codes-field
        fieldId="told-classes"
        [label]="t('capacity.told.classes')"
        [options]="options()"
        [problem]="form.problemOf('classes')"
        [formField]="form.fields.classes"
      />
      <rp-choice-field
        fieldId="told-how"
        layout="row"
        [label]="t('capacity.told.how')"
        [options]="means()"
        [problem]="form.problemOf('how')"
        [formField]="form.fields.how"
      />
      <app-basis-fields idPrefix="told-" [form]="form" />
      <app-act-problem [problem]="form.refusal() ?? unread()" />
      <button matButton="filled" type="submit">{{ t('capacity.told.act') }}</button>
    </form>
  `,
  styles: `
    form > * {
      margin-block-end: 1rem;
    }
  `,
})
export class TellForm {
  private readonly client = inject(CapacityClient);
  private readonly referrals = inject(ReferralsClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  readonly requestId = input.required<string>();
  readonly told = output();

  private readonly choices = signal<ReferralChoices | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly form = new SendingForm(
    { what: '', classes: [] as readonly string[], how: null as string | null, ...NO_BASIS },
    (it) => {
      requireValue(it.what, 'capacity.told.what-missing');
      limitLength(it.what, tellServiceLengths.what);
      checkField(it.classes, 'referrals.form.classes-missing', (classes) => classes.length === 0);
      requireValue(it.how, 'capacity.told.how-missing');
      requireBasis(it);
    },
    {
      idPrefix: 'told-',
      ids: { whyChild: 'told-why-child', whyParents: 'told-why-parents' },
      serverNames: { bound: 'isBound' },
    },
  );
  protected readonly options = computed(() =>
    (this.choices()?.classes ?? []).map(({ fieldClass, title }) => ({
      code: fieldClass,
      label: this.language.localize(title),
    })),
  );
  protected readonly means = computed(() =>
    MEANS.map((code) => ({ code, label: this.t(`capacity.told.${code}`) })),
  );

  constructor() {
    // Its case is bound once it stands.
    queueMicrotask(() => void this.loadChoices());
  }

  protected async recordTold(event: Event): Promise<void> {
    const body = this.typedBody();
    const done = await this.form.sendTyped(
      event,
      (sending) => body && this.client.recordTold(this.caseFileId(), this.requestId(), body, sending),
      { about: [this.caseFileId(), this.requestId()] },
    );
    if (done) this.told.emit();
  }

  private async loadChoices(): Promise<void> {
    const answer = await this.referrals.choices(this.caseFileId());
    if (answer.ok) this.choices.set(answer.value);
    else this.unread.set(answer.problem);
  }

  /** `null` while something is missing. */
  private typedBody(): TellService | null {
    const typed = this.form.typed();
    const basis = readBasis(typed);
    const how = MEANS.find((it) => it === typed.how);
    const classes = (this.choices()?.classes ?? [])
      .map(({ fieldClass }) => fieldClass)
      .filter((it) => typed.classes.includes(it));
    if (!basis || !how || classes.length === 0) return null;
    return { what: typed.what.trim(), classes, how, ...basis };
  }
}
