import { Component, inject, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { FactorAdded } from '@repere/cases';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { FactorsClient } from './factors-client';
import { PasskeyDevice } from './passkey-device';
import { sayRefused } from './say-refused';

/** A name for it, then the device asks for a finger, a face or a code. */
@Component({
  selector: 'app-passkey-setup',
  imports: [MatButton, TextField],
  template: `
    <form novalidate (submit)="add($event)">
      <rp-text-field
        fieldId="passkey-name"
        [label]="t('factors.passkey.name')"
        [hint]="t('factors.passkey.name-hint')"
        [maxLength]="80"
        [problem]="problem()"
        [(value)]="name"
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
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly added = output<FactorAdded>();
  readonly left = output<void>();

  protected readonly name = signal('');
  protected readonly problem = signal<string | null>(null);

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    this.problem.set(name ? null : this.t('factors.missing.name'));
    if (!name) return;
    const asked = await this.client.askNewPasskey();
    if (!asked.ok) return this.problem.set(sayRefused(asked.problem, this.language));
    const passkey = await this.device.make(asked.value);
    if (!passkey) return this.problem.set(this.t('factors.passkey.not-made'));
    const answer = await this.client.addPasskey(name, passkey);
    if (answer.ok) return this.added.emit(answer.value);
    this.problem.set(sayRefused(answer.problem, this.language));
  }
}
