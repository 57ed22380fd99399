import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { referralsPath } from '../../cases/case-paths';
import type { FormPart } from '../../platform/form/sending-form';

/** Why a second service is told who the child is, as it is typed. */
export interface TypedBeside {
  readonly besideAnother: string;
}

export const NO_BESIDE: TypedBeside = { besideAnother: '' };

/** What is sent of it: nothing where nothing was typed. */
export function readBeside({ besideAnother }: TypedBeside): Partial<TypedBeside> {
  const why = besideAnother.trim();
  return why === '' ? {} : { besideAnother: why };
}

/** Another service may still take the child, as the server says: it is said why a second one is told. */
@Component({
  selector: 'app-beside-another',
  // What is not asked leaves no gap in the form.
  host: { '[hidden]': '!isAsked()' },
  imports: [FormField, RouterLink, TextField],
  template: `
    @if (isAsked()) {
      <rp-text-field
        [fieldId]="idPrefix() + 'besideAnother'"
        [label]="t('referrals.form.beside')"
        [hint]="t('referrals.form.beside-hint')"
        [rows]="2"
        [problem]="form().problemOf('besideAnother')"
        [formField]="form().fields.besideAnother"
      />
      <p>
        <a [routerLink]="sent()">{{ t('referrals.sent.title') }}</a>
      </p>
    }
  `,
  styles: `
    :host:not([hidden]) {
      display: block;
      inline-size: 100%;
    }
  `,
})
export class BesideAnother {
  protected readonly t = inject(Language).t;

  /** The form that refers; this is a part of it. */
  readonly form = input.required<FormPart<TypedBeside>>();
  /** Begins the id of the field: `referral-`. */
  readonly idPrefix = input.required<string>();
  readonly caseFileId = input.required<string>();

  protected readonly sent = computed(() => referralsPath(this.caseFileId()));
  protected readonly isAsked = computed(
    () => this.form().typed().besideAnother !== '' || this.form().problemOf('besideAnother') !== null,
  );
}
