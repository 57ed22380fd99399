import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AskLink } from '@repere/contract';
import { askLinkLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { everyOf } from '../../platform/every-of';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { LinksClient } from './links-client';

const KINDS = everyOf<AskLink['kind']>()(['sibling', 'co-victim', 'same-facilitator']);

/** Says that another case is tied to this one, by its reference. */
@Component({
  selector: 'app-ask-link-form',
  imports: [ActProblem, ChoiceField, ErrorSummary, FormField, MatButton, TextField],
  template: `
    <rp-error-summary [problems]="form.problems()" />
    <form class="rp-form" novalidate (submit)="askLink($event)">
      <rp-choice-field
        fieldId="link-kind"
        [label]="t('case.links.kind')"
        [options]="kinds()"
        [problem]="form.problemOf('kind')"
        [formField]="form.fields.kind"
      />
      <rp-text-field
        fieldId="link-reference"
        [label]="t('case.links.reference')"
        [hint]="t('case.links.reference-hint')"
        [problem]="form.problemOf('reference')"
        [formField]="form.fields.reference"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('case.links.ask') }}</button>
      </p>
    </form>
  `,
})
export class AskLinkForm {
  private readonly client = inject(LinksClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly asked = output();

  protected readonly form = new SendingForm(
    { kind: null as AskLink['kind'] | null, reference: '' },
    (it) => {
      requireValue(it.kind, 'case.links.kind-missing');
      requireValue(it.reference, 'case.links.reference-missing');
      limitLength(it.reference, askLinkLengths.reference);
    },
    { idPrefix: 'link-' },
  );
  protected readonly kinds = computed(() =>
    KINDS.map((code) => ({ code, label: this.t(`case.links.kinds.${code}`) })),
  );

  protected async askLink(event: Event): Promise<void> {
    const { kind, reference } = this.form.typed();
    const done = await this.form.sendTyped(
      event,
      (sending) =>
        kind && this.client.askLink(this.caseFileId(), { kind, reference: reference.trim() }, sending),
      { about: this.caseFileId() },
    );
    if (!done) return;
    this.form.clear();
    this.asked.emit();
  }
}
