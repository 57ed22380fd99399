import { Component, computed, inject, input } from '@angular/core';
import { FormField, type SchemaPath } from '@angular/forms/signals';
import type { ReceivedTerms } from '@repere/contract';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { limitLength, requireValue } from '../../platform/form/mistake';
import type { FormPart } from '../../platform/form/sending-form';

/** As much as in a step. */
const MOST_SIGNS = 10_000;

/** Whether it was asked what the child thinks of a referral, and their words or why not, as they are typed. */
export interface TypedView {
  readonly voice: string | null;
  readonly view: string;
}

export const NO_VIEW: TypedView = { voice: null, view: '' };

export function requireView(it: { readonly [K in keyof TypedView]: SchemaPath<TypedView[K]> }): void {
  requireValue(it.voice, 'referrals.view.missing');
  requireValue(it.view, 'referrals.view.words-missing');
  limitLength(it.view, MOST_SIGNS);
}

/** `null` while something is missing. */
export function readView({ voice, view }: TypedView): ReceivedTerms['childView'] {
  const words = view.trim();
  if (words === '') return null;
  if (voice === 'said') return { said: words };
  return voice === 'whyNot' ? { whyNot: words } : null;
}

/** Whoever receives a referral reads what the child says of it: it is asked before anything leaves. */
@Component({
  selector: 'app-child-view-fields',
  imports: [ChoiceField, FormField, TextField],
  template: `
    <rp-choice-field
      [fieldId]="idPrefix() + 'voice'"
      layout="row"
      [label]="t('referrals.view.label')"
      [options]="voices()"
      [formField]="form().fields.voice"
      [problem]="form().problemOf('voice')"
    />
    @if (form().typed().voice; as voice) {
      <rp-text-field
        [fieldId]="idPrefix() + 'view'"
        [label]="t('referrals.view.' + voice + '-label')"
        [hint]="t('referrals.view.hint')"
        [rows]="2"
        [formField]="form().fields.view"
        [problem]="form().problemOf('view')"
      />
    }
  `,
  styles: `
    :host {
      display: block;
      inline-size: 100%;
    }
    :host > * + * {
      margin-block-start: 1rem;
    }
  `,
})
export class ChildViewFields {
  protected readonly t = inject(Language).t;

  /** The form that refers; this is a part of it. */
  readonly form = input.required<FormPart<TypedView>>();
  /** Begins the ids of the fields: `referral-`. */
  readonly idPrefix = input.required<string>();

  protected readonly voices = computed(() =>
    ['said', 'whyNot'].map((code) => ({ code, label: this.t(`referrals.view.${code}`) })),
  );
}
