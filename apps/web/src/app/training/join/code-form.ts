import { Location } from '@angular/common';
import { Component, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute } from '@angular/router';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { checkField } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ProblemLine } from '../../platform/problem-line';
import { GroupClient } from '../group-client';

/** A code as it stands on a wall: eight signs, whatever blanks or hyphens stand between them. */
const CODE = /^[a-z0-9]{8}$/i;
const bare = (code: string): string => code.replaceAll(/[\s-]/g, '');

/** The code of a class is typed, or comes behind `#` in the address of a QR code, which it leaves at once. */
@Component({
  selector: 'app-code-form',
  imports: [ErrorSummary, FormField, MatButton, ProblemLine, TextField],
  template: `
    <form novalidate (submit)="sendCode($event)">
      <rp-error-summary [problems]="form.problems()" />
      <rp-text-field
        fieldId="join-code"
        autocomplete="off"
        [label]="t('training.join.code')"
        [hint]="t('training.join.code-hint')"
        [formField]="form.fields.code"
        [problem]="form.problemOf('code')"
      />
      <app-problem-line [problem]="form.refusal()" (again)="sendCode()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('training.join.find') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 0.9rem;
    }
  `,
})
export class CodeForm {
  private readonly client = inject(GroupClient);
  protected readonly t = inject(Language).t;

  protected readonly form = new SendingForm(
    { code: '' },
    ({ code }) => checkField(code, 'training.join.code-wrong', (value) => !CODE.test(bare(value))),
    { isPage: true, idPrefix: 'join-' },
  );

  // Read anew when somebody scans another code, or the same address again, in a tab that is here already.
  private readonly behindHash = toSignal(inject(ActivatedRoute).fragment);

  constructor() {
    const place = inject(Location);
    effect(() => {
      const code = this.behindHash() ?? '';
      if (!code) return;
      place.replaceState(place.path());
      untracked(() => {
        this.form.type({ code });
        if (CODE.test(bare(code))) void this.sendCode();
      });
    });
  }

  protected async sendCode(event: Event | null = null): Promise<void> {
    const answer = await this.form.sendTyped(event, () => this.client.join(bare(this.form.typed().code)));
    // Another space is another app.
    if (answer) location.assign(answer.value.path);
  }
}
