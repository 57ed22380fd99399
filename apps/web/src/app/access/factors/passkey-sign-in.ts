import { Component, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, Session } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { FactorsClient } from './factors-client';
import { PasskeyDevice } from './passkey-device';

/** Coming in with a passkey and nothing else; not there where the browser has none. */
@Component({
  selector: 'app-passkey-sign-in',
  imports: [Icon, MatButton],
  template: `
    @if (device.hasPasskeys) {
      <button matButton="outlined" type="button" (click)="enterByPasskey()">
        <rp-icon name="key" /> {{ t('factors.passkey.sign-in') }}
      </button>
    }
  `,
})
export class PasskeySignIn {
  private readonly client = inject(FactorsClient);
  protected readonly device = inject(PasskeyDevice);
  protected readonly t = inject(Language).t;

  readonly entered = output<Session>();
  /** `null`: left, or the device has none for this place. */
  readonly refused = output<Problem | null>();

  protected async enterByPasskey(): Promise<void> {
    const asked = await this.client.askAnyPasskey();
    if (!asked.ok) return this.refused.emit(asked.problem);
    const passkey = await this.device.sign(asked.value);
    if (!passkey) return this.refused.emit(null);
    const answer = await this.client.signInWithPasskey(passkey);
    if (answer.ok) this.entered.emit(answer.value);
    else this.refused.emit(answer.problem);
  }
}
