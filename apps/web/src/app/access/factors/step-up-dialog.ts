import { Component, ElementRef, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, StepUp as Shown } from '@repere/contract';
import type { StepMeans } from '@repere/cases';
import { Icon, Language } from '@repere/ui';
import { ErrorSummary, type FieldProblem } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { Lock } from '../lock';
import { FactorsClient } from './factors-client';
import { PasskeyDevice } from './passkey-device';
import { ProofFields } from './proof-fields';
import { formatRefused } from './format-refused';
import { StepUp } from './step-up';

/** Is it really you? Password and code, or a passkey; what was tried goes on after, or is left as it was. */
@Component({
  selector: 'app-step-up-dialog',
  imports: [ErrorSummary, Icon, MatButton, ProofFields, TextField],
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
  protected readonly password = signal('');
  protected readonly typed = signal('');
  protected readonly missing = signal<readonly ('password' | 'code')[]>([]);
  private readonly refusal = signal<Problem | 'left' | null>(null);
  private isSending = false;

  protected readonly withPasskey = computed(
    () => (this.means()?.includes('passkey') ?? false) && this.device.hasPasskeys,
  );
  protected readonly withCode = computed(() => this.means()?.some((means) => means !== 'passkey') ?? false);
  protected readonly problems = computed<readonly FieldProblem[]>(() => {
    const refusal = this.refusal();
    const missing = this.missing().map((field) => ({
      fieldId: `step-up-${field}`,
      text: this.t(field === 'code' ? 'factors.missing.code' : 'access.missing.password'),
    }));
    if (refusal === null) return missing;
    const text = refusal === 'left' ? this.t('factors.passkey.left') : formatRefused(refusal, this.language);
    return [...missing, { fieldId: 'step-up-password', text }];
  });

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
      this.heading().nativeElement.focus();
      void this.askForProof();
    });
  }

  protected async sendProof(event: Event): Promise<void> {
    event.preventDefault();
    const asked = ['password', ...(this.withCode() ? ['code'] : [])] as readonly ('password' | 'code')[];
    const typed = { password: this.password(), code: this.typed().trim() };
    this.missing.set(asked.filter((field) => !typed[field]));
    this.refusal.set(null);
    if (this.missing().length) return;
    const proof = this.fields()?.proof() ?? {};
    await this.showAsked({ password: typed.password, ...proof });
  }

  protected async sendPasskey(): Promise<void> {
    this.missing.set([]);
    const asked = await this.client.askStepUpPasskey();
    if (!asked.ok) return this.showRefusal(asked.problem);
    const passkey = await this.device.sign(asked.value);
    if (!passkey) return this.refusal.set('left');
    await this.showAsked({ passkey });
  }

  protected leaveDialog(event?: Event): void {
    event?.preventDefault();
    this.closeDialog(false);
  }

  private async askForProof(): Promise<void> {
    const asked = await this.client.stepUpAsks();
    if (asked.ok) this.means.set(asked.value.means);
    else this.showRefusal(asked.problem);
  }

  private async showAsked(shown: Shown): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    const answer = await this.client.stepUp(shown);
    this.isSending = false;
    if (answer.ok) return this.closeDialog(true);
    this.password.set('');
    this.typed.set('');
    this.showRefusal(answer.problem);
  }

  /** When the session has ended meanwhile, signing in again comes first. */
  private showRefusal(problem: Problem): void {
    this.refusal.set(problem);
    if (problem.code !== 'unauthenticated') return;
    this.closeDialog(false);
    this.lock.shut('ended');
  }

  private closeDialog(isShown: boolean): void {
    this.dialog().nativeElement.close();
    this.stepUp.settleStepUp(isShown);
  }
}
