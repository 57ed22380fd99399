import { Component, computed, inject, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { FactorAdded, TotpToConfirm } from '@repere/contract';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { SendingForm } from '../../platform/form/sending-form';
import { requireValue } from '../../platform/form/mistake';
import { FactorsClient } from './factors-client';
import { QrCode } from './qr-code';
import { formatRefused } from './format-refused';

/** An authenticator app in three steps: open it, scan or type, give its first code. */
@Component({
  selector: 'app-totp-setup',
  imports: [FormField, MatButton, QrCode, TextField],
  templateUrl: './totp-setup.html',
  styles: `
    ol {
      padding-inline-start: 1.4rem;
    }
    li {
      padding-block-end: 1rem;
    }
    code {
      padding: 0.35rem 0.6rem;
      border-radius: 8px;
      background: var(--rp-wash);
      font-size: 1.05rem;
      word-spacing: 0.2em;
      overflow-wrap: anywhere;
    }
    .rp-hint {
      margin-block-start: 0.8rem;
    }
    form {
      display: grid;
      gap: 0.8rem;
      max-inline-size: 22rem;
    }
  `,
})
export class TotpSetup {
  private readonly client = inject(FactorsClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly added = output<FactorAdded>();
  readonly left = output<void>();

  protected readonly begun = signal<TotpToConfirm | null>(null);
  /** Why there is nothing to confirm. */
  protected readonly problem = signal<string | null>(null);
  protected readonly form = new SendingForm(
    { code: '' },
    ({ code }) => requireValue(code, 'factors.missing.code'),
    {
      formatRefusal: (problem) => [
        { at: 'code', formatText: (language) => formatRefused(problem, language) },
      ],
    },
  );
  /** In fours, as people read it. */
  protected readonly grouped = computed(() => (this.begun()?.secret.match(/.{1,4}/g) ?? []).join(' '));

  constructor() {
    void this.beginSetup();
  }

  protected async confirm(event: Event): Promise<void> {
    const { code } = this.form.typed();
    const done = await this.form.sendTyped(event, () => this.client.confirmTotp(code.trim()));
    if (done) this.added.emit(done.value);
  }

  private async beginSetup(): Promise<void> {
    const answer = await this.client.beginTotp();
    if (answer.ok) this.begun.set(answer.value);
    else this.problem.set(formatRefused(answer.problem, this.language));
  }
}
