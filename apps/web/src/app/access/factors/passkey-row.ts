import { Component, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Passkey, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { passkeyNameLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import type { Answered } from '../../platform/api';
import { FactorsClient } from './factors-client';
import { formatRefused } from './format-refused';

/** One passkey: its name, when it came and was used last; a way to rename and to remove it. */
@Component({
  selector: 'app-passkey-row',
  imports: [FormField, MatButton, TextField],
  template: `
    <p class="what">
      <strong>{{ passkey().name }}</strong>
      <span class="rp-quiet">
        {{ t('factors.passkey.since', { when: time.day(passkey().addedAt) }) }}
        @if (passkey().lastUsedAt; as at) {
          · {{ t('factors.passkey.used', { when: time.day(at) }) }}
        }
        @if (passkey().isSynced) {
          · {{ t('factors.passkey.synced') }}
        }
      </span>
    </p>
    <div role="alert">
      @if (problem(); as problem) {
        <p class="rp-problem">{{ formatProblem(problem) }}</p>
      }
    </div>
    @if (isRenaming()) {
      <form novalidate (submit)="rename($event)">
        <rp-text-field
          [fieldId]="'name-' + passkey().id"
          [label]="t('factors.passkey.name')"
          [problem]="form.problemOf('name')"
          [formField]="form.fields.name"
        />
        <div class="rp-acts">
          <button matButton="filled" type="submit">{{ t('factors.passkey.rename-act') }}</button>
          <button matButton type="button" (click)="isRenaming.set(false)">{{ t('factors.cancel') }}</button>
        </div>
      </form>
    } @else {
      <p class="rp-acts">
        <button matButton type="button" [attr.aria-label]="named('rename')" (click)="beginRenaming()">
          {{ t('factors.passkey.rename') }}
        </button>
        <button matButton type="button" [attr.aria-label]="named('remove')" (click)="removePasskey()">
          {{ t('factors.passkey.remove') }}
        </button>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      padding-block: 0.6rem;
    }
    .what {
      display: grid;
      margin: 0;
      overflow-wrap: anywhere;
    }
    form {
      display: grid;
      gap: 0.6rem;
      max-inline-size: 26rem;
    }
    .rp-acts {
      margin: 0;
    }
  `,
})
export class PasskeyRow {
  private readonly client = inject(FactorsClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly time = inject(SpaceTime);

  readonly passkey = input.required<Passkey>();
  readonly renamed = output<void>();
  readonly removed = output<void>();

  protected readonly isRenaming = signal(false);
  protected readonly form = new SendingForm({ name: '' }, ({ name }) => {
    requireValue(name, 'factors.missing.name');
    limitLength(name, passkeyNameLengths.name);
  });
  protected readonly problem = signal<Problem | null>(null);

  protected formatProblem(problem: Problem): string {
    return formatRefused(problem, this.language);
  }

  protected named(act: 'rename' | 'remove'): string {
    return this.t(`factors.passkey.${act}-named`, { name: this.passkey().name });
  }

  protected beginRenaming(): void {
    this.form.type({ name: this.passkey().name });
    this.form.forget();
    this.isRenaming.set(true);
  }

  protected async rename(event: Event): Promise<void> {
    const name = this.form.typed().name.trim();
    const done = await this.form.sendTyped(event, () => this.client.renamePasskey(this.passkey().id, name));
    this.problem.set(this.form.refusal());
    if (!done) return;
    this.isRenaming.set(false);
    this.renamed.emit();
  }

  protected async removePasskey(): Promise<void> {
    if (await this.went(this.client.removePasskey(this.passkey().id))) this.removed.emit();
  }

  private async went(sent: Promise<Answered<void>>): Promise<boolean> {
    const answer = await sent;
    this.problem.set(answer.ok ? null : answer.problem);
    return answer.ok;
  }
}
