import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { FactorAdded, Factors } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { FactorsClient } from './factors-client';
import { PasskeyDevice } from './passkey-device';
import { PasskeyRow } from './passkey-row';
import { PasskeySetup } from './passkey-setup';
import { RecoveryCodesView } from './recovery-codes-view';
import { formatRefused } from './format-refused';
import { TotpSetup } from './totp-setup';

/** How one signs in beside the password: passkeys, an authenticator app, recovery codes. */
@Component({
  selector: 'app-factors-section',
  imports: [MatButton, PasskeyRow, PasskeySetup, RecoveryCodesView, TotpSetup],
  templateUrl: './factors-section.html',
  styles: `
    h3 {
      margin-block: 1.6rem 0.3rem;
    }
    li {
      border-block-start: 1px solid var(--rp-line);
    }
    .few {
      color: var(--rp-error);
      font-weight: 600;
    }
  `,
})
export class FactorsSection {
  private readonly client = inject(FactorsClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly count = this.language.count;
  protected readonly time = inject(SpaceTime);
  protected readonly hasPasskeys = inject(PasskeyDevice).hasPasskeys;

  /** Says what it is about; a page of its own has said so. */
  readonly isTitled = input(true);
  /** There is a second factor, and its recovery codes are kept. */
  readonly settled = output<void>();

  protected readonly factors = signal<Factors | null>(null);
  protected readonly isAdding = signal<'passkey' | 'totp' | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    void this.readFactors();
  }

  protected async readFactors(): Promise<void> {
    const answer = await this.client.readFactors();
    if (answer.ok) this.factors.set(answer.value);
    this.problem.set(answer.ok ? null : formatRefused(answer.problem, this.language));
  }

  protected async added({ recoveryCodes }: FactorAdded): Promise<void> {
    this.isAdding.set(null);
    this.codes.set(recoveryCodes);
    await this.readFactors();
    if (!recoveryCodes) this.settled.emit();
  }

  protected keptCodes(): void {
    this.codes.set(null);
    this.settled.emit();
  }

  protected async removeTotp(): Promise<void> {
    const answer = await this.client.removeTotp();
    if (answer.ok) return this.readFactors();
    this.problem.set(formatRefused(answer.problem, this.language));
  }

  protected async renewCodes(): Promise<void> {
    const answer = await this.client.renewCodes();
    if (!answer.ok) return this.problem.set(formatRefused(answer.problem, this.language));
    this.codes.set(answer.value.codes);
    await this.readFactors();
  }
}
