import {
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, SecondStepDue, Session, StepProof } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { ErrorSummary, type FieldProblem } from '@repere/ui/feedback';
import { PageTitle } from '../../platform/pages/page-title';
import { FactorsClient } from './factors-client';
import { PasskeyDevice } from './passkey-device';
import { ProofFields } from './proof-fields';
import { formatRefused } from './format-refused';

/** After the password: a code, a recovery code or a passkey. Says what is wrong, and when one has to start anew. */
@Component({
  selector: 'app-second-step-form',
  imports: [ErrorSummary, Icon, MatButton, ProofFields],
  templateUrl: './second-step-form.html',
  styles: `
    form {
      display: grid;
      gap: 1.1rem;
      max-inline-size: 26rem;
      margin-block-end: 1.1rem;
    }
    .or {
      margin-block: 1.4rem 0.6rem;
      color: var(--rp-ink-soft);
    }
  `,
})
export class SecondStepForm {
  private readonly client = inject(FactorsClient);
  private readonly device = inject(PasskeyDevice);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly fields = viewChild(ProofFields);

  readonly due = input.required<SecondStepDue>();
  readonly act = input.required<string>();
  readonly entered = output<Session>();
  /** It took too long, or somebody else is to sign in. */
  readonly startAnew = output<void>();

  protected readonly typed = signal('');
  protected readonly isMissing = signal(false);
  private readonly refusal = signal<Problem | 'left' | null>(null);
  private isSending = false;

  protected readonly withPasskey = computed(
    () => this.due().means.includes('passkey') && this.device.hasPasskeys,
  );
  protected readonly withCode = computed(() => this.due().means.some((means) => means !== 'passkey'));
  protected readonly problems = computed<readonly FieldProblem[]>(() => {
    const refusal = this.refusal();
    if (this.isMissing()) return [{ fieldId: 'second-step', text: this.t('factors.missing.code') }];
    if (refusal === null) return [];
    const text = refusal === 'left' ? this.t('factors.passkey.left') : formatRefused(refusal, this.language);
    return [{ fieldId: 'second-step', text }];
  });

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected async sendProof(event: Event): Promise<void> {
    event.preventDefault();
    const proof = this.fields()?.proof();
    this.refusal.set(null);
    this.isMissing.set(!this.typed().trim());
    if (proof && !this.isMissing()) await this.showProof(proof);
    this.title.markFaulty(this.problems().length > 0);
  }

  protected async sendPasskey(): Promise<void> {
    this.isMissing.set(false);
    const asked = await this.client.askSecondPasskey();
    if (!asked.ok) return this.refusal.set(asked.problem);
    const passkey = await this.device.sign(asked.value);
    if (!passkey) return this.refusal.set('left');
    await this.showProof({ passkey });
  }

  private async showProof(proof: StepProof): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    const answer = await this.client.finishSignIn(proof);
    this.isSending = false;
    if (answer.ok) return this.entered.emit(answer.value);
    this.refusal.set(answer.problem);
    this.typed.set('');
  }
}
