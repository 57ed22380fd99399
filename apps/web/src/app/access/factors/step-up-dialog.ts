import { Component, ElementRef, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/contract';
import type { StepMeans } from '@repere/cases';
import { Icon, Language } from '@repere/ui';
import { ErrorSummary, type FieldProblem } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import type { Answered } from '../../platform/api';
import { requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { Lock } from '../lock';
import { FactorsClient } from './factors-client';
import { PasskeyDevice } from './passkey-device';
import { ProofFields } from './proof-fields';
import { formatLeft, formatRefused } from './format-refused';
import { StepUp } from './step-up';

type Refused = Answered<unknown> & { readonly ok: false };

/** Is it really you? Password and code, or a passkey; what was tried goes on after, or is left as it was. */
@Component({
  selector: 'app-step-up-dialog',
  imports: [ErrorSummary, FormField, Icon, MatButton, ProofFields, TextField],
  templateUrl: './step-up-dialog.html',
  styles: `
    dialog {
      box-sizing: border-box;
      inline-size: min(32rem, calc(100vw - 2rem));
      padding: 1.5rem;
      border: 1px solid var(--rp-line-strong);
      border-radius: 16px;
      background: var(--rp-paper);
      color: var(--rp-ink);
    }
    dialog::backdrop {
      background: rgb(0 0 0 / 45%);
    }
    h2 {
      margin-block-start: 0;
    }
    form {
      display: grid;
      gap: 1.1rem;
    }
    .or {
      margin-block: 1rem 0.6rem;
      color: var(--rp-ink-soft);
    }
  `,
})
export class StepUpDialog {
  private readonly client = inject(FactorsClient);
  private readonly device = inject(PasskeyDevice);
  private readonly stepUp = inject(StepUp);
  private readonly lock = inject(Lock);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly fields = viewChild(ProofFields);

  protected readonly means = signal<readonly StepMeans[] | null>(null);
  protected readonly form = new SendingForm(
    { password: '', code: '' },
    (it) => {
      requireValue(it.password, 'access.missing.password');
      requireValue(it.code, 'factors.missing.code', () => this.withCode());
    },
    {
      idPrefix: 'step-up-',
      formatRefusal: (problem) => [
        { at: 'password', formatText: (language) => formatRefused(problem, language) },
      ],
    },
  );
  /** Why nothing was asked, or a passkey did not do. */
  private readonly otherwise = signal<Problem | 'left' | null>(null);

  protected readonly withPasskey = computed(
    () => (this.means()?.includes('passkey') ?? false) && this.device.hasPasskeys,
  );
  protected readonly withCode = computed(() => this.means()?.some((means) => means !== 'passkey') ?? false);
  protected readonly problems = computed<readonly FieldProblem[]>(() => {
    const otherwise = this.otherwise();
    return [
      ...this.form.problems(),
      ...(otherwise ? [{ fieldId: 'step-up-password', text: formatLeft(otherwise, this.language) }] : []),
    ];
  });

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
      this.heading().nativeElement.focus();
      void this.askForProof();
    });
  }

  protected async sendProof(event: Event): Promise<void> {
    this.otherwise.set(null);
    const { password } = this.form.typed();
    const done = await this.form.sendTyped(
      event,
      () => this.client.stepUp({ password, ...this.fields()?.proof() }),
      { answered: (answer) => this.endIfOver(answer) },
    );
    if (done) this.closeDialog(true);
  }

  protected async sendPasskey(): Promise<void> {
    this.form.forget();
    const asked = await this.client.askStepUpPasskey();
    if (!asked.ok) return this.showOtherwise(asked);
    const passkey = await this.device.sign(asked.value);
    if (!passkey) return this.otherwise.set('left');
    const answer = await this.client.stepUp({ passkey });
    if (answer.ok) this.closeDialog(true);
    else this.showOtherwise(answer);
  }

  protected leaveDialog(event?: Event): void {
    event?.preventDefault();
    this.closeDialog(false);
  }

  private async askForProof(): Promise<void> {
    const asked = await this.client.stepUpAsks();
    if (asked.ok) this.means.set(asked.value.means);
    else this.showOtherwise(asked);
  }

  private showOtherwise(refused: Refused): void {
    this.otherwise.set(refused.problem);
    this.endIfOver(refused);
  }

  /** What was refused is typed anew. When the session has ended meanwhile, signing in again comes first. */
  private endIfOver(answer: Refused | { readonly ok: true }): void {
    if (answer.ok) return;
    this.form.type({ password: '', code: '' });
    if (answer.problem.code !== 'unauthenticated') return;
    this.closeDialog(false);
    this.lock.shut('ended');
  }

  private closeDialog(isShown: boolean): void {
    this.dialog().nativeElement.close();
    this.stepUp.settleStepUp(isShown);
  }
}
