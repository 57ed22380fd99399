import { Component, inject, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { FactorAdded, Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { newPasskeyLengths } from '@repere/contract/lengths';
import type { Answered } from '../../platform/api';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { FactorsClient } from './factors-client';
import { PasskeyDevice } from './passkey-device';
import { formatRefused } from './format-refused';

/** A name for it, then the device asks for a finger, a face or a code. */
@Component({
  selector: 'app-passkey-setup',
  imports: [FormField, MatButton, TextField],
  template: `
    <form novalidate (submit)="addPasskey($event)">
      <rp-text-field
        fieldId="passkey-name"
        [label]="t('factors.passkey.name')"
        [hint]="t('factors.passkey.name-hint')"
        [problem]="form.problemOf('name')"
        [formField]="form.fields.name"
      />
      <div class="rp-acts">
        <button matButton="filled" type="submit">{{ t('factors.passkey.make') }}</button>
        <button matButton type="button" (click)="left.emit()">{{ t('factors.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 0.8rem;
      max-inline-size: 26rem;
    }
  `,
})
export class PasskeySetup {
  private readonly client = inject(FactorsClient);
  private readonly device = inject(PasskeyDevice);
  protected readonly t = inject(Language).t;

  readonly added = output<FactorAdded>();
  readonly left = output<void>();

  protected readonly form = new SendingForm(
    { name: '' },
    ({ name }) => {
      requireValue(name, 'factors.missing.name');
      limitLength(name, newPasskeyLengths.name);
    },
    {
      formatRefusal: (problem) => [
        { at: 'name', formatText: (language) => formatNotAdded(problem, language) },
      ],
    },
  );

  protected async addPasskey(event: Event): Promise<void> {
    const name = this.form.typed().name.trim();
    const done = await this.form.sendTyped(event, () => this.makePasskey(name));
    if (done) this.added.emit(done.value);
  }

  private async makePasskey(name: string): Promise<Answered<FactorAdded>> {
    const asked = await this.client.askNewPasskey();
    if (!asked.ok) return asked;
    const passkey = await this.device.makePasskey(asked.value);
    return passkey ? this.client.addPasskey(name, passkey) : { ok: false, problem: NOT_MADE };
  }
}

/** The device has made none. */
const NOT_MADE: Problem = { type: 'about:blank', title: 'not-made', status: 0, code: 'not-made' };

const formatNotAdded = (problem: Problem, language: Language): string =>
  problem.code === NOT_MADE.code ? language.t('factors.passkey.not-made') : formatRefused(problem, language);
