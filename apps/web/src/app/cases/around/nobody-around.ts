import { Component, computed, inject, input } from '@angular/core';
import { FormField, type SchemaPath } from '@angular/forms/signals';
import { Language } from '@repere/ui';
import { CodesField } from '@repere/ui/choice';
import { checkField } from '../../platform/form/mistake';
import type { FormPart } from '../../platform/form/sending-form';

/** That nobody around the child works where something of them goes, as it is ticked. */
export interface TypedAround {
  readonly sure: readonly string[];
}

export const NO_AROUND: TypedAround = { sure: [] };

/** As it is sent: nothing is, until it is ticked. */
export const AROUND = { nobodyAroundWorksThere: true } as const;

export const AROUND_NAMES = { sure: 'nobodyAroundWorksThere' } as const;

export function requireAround(it: { readonly sure: SchemaPath<readonly string[]> }): void {
  checkField(it.sure, 'case.around.missing', (sure) => sure.length === 0);
}

/** Who asks a service of a child, or tells it who they are, makes sure first. Part of the form that does. */
@Component({
  selector: 'app-nobody-around',
  imports: [CodesField, FormField],
  template: `
    <rp-codes-field
      [fieldId]="idPrefix() + 'sure'"
      [label]="t('case.around.label')"
      [options]="options()"
      [problem]="form().problemOf('sure')"
      [formField]="form().fields.sure"
    />
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class NobodyAround {
  protected readonly t = inject(Language).t;

  readonly form = input.required<FormPart<TypedAround>>();
  /** Begins the id of the field: `referral-`. */
  readonly idPrefix = input.required<string>();

  protected readonly options = computed(() => [{ code: 'yes', label: this.t('case.around.sure') }]);
}
