import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { ERASURE_GROUNDS, erasureGroundWords } from '@repere/privacy';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { proposeErasureLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { PrivacyClient } from '../privacy-client';

/** Proposes to erase a case; another person decides. */
@Component({
  selector: 'app-erase-form',
  imports: [ActProblem, ChoiceField, FormField, MatButton, TextField],
  template: `
    <form novalidate (submit)="proposeErasure($event)">
      <p>{{ t('privacy.erasure.lead') }}</p>
      <rp-choice-field
        fieldId="erase-ground"
        [label]="t('privacy.erasure.ground')"
        [options]="options()"
        [problem]="form.problemOf('ground')"
        [formField]="form.fields.ground"
      />
      <rp-text-field
        fieldId="erase-basis"
        [label]="t('privacy.erasure.basis')"
        [hint]="t('privacy.erasure.basis-hint')"
        [rows]="2"
        [problem]="form.problemOf('basis')"
        [formField]="form.fields.basis"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('privacy.erasure.act') }}</button>
      </p>
    </form>
  `,
  styles: `
    form > * + * {
      margin-block-start: 1rem;
    }
  `,
})
export class EraseForm {
  private readonly client = inject(PrivacyClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  readonly proposed = output<void>();

  protected readonly form = new SendingForm({ ground: null as string | null, basis: '' }, (it) => {
    requireValue(it.ground, 'privacy.erasure.ground-missing');
    requireValue(it.basis, 'privacy.erasure.basis-missing');
    limitLength(it.basis, proposeErasureLengths.basis);
  });
  protected readonly options = computed(() =>
    ERASURE_GROUNDS.map((code) => ({ code, label: this.language.localize(erasureGroundWords(code)) })),
  );

  protected async proposeErasure(event: Event): Promise<void> {
    const typed = this.form.typed();
    const ground = ERASURE_GROUNDS.find((code) => code === typed.ground);
    const basis = typed.basis.trim();
    const done = await this.form.sendTyped(
      event,
      (sending) => ground && this.client.proposeErasure(this.caseFileId(), { ground, basis }, sending),
      { about: this.caseFileId() },
    );
    if (done) this.proposed.emit();
  }
}
