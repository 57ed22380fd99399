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
import type { Problem, SecondStepDue, Session } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { ErrorSummary, type FieldProblem } from '@repere/ui/feedback';
import { requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { FactorsClient } from './factors-client';
import { PasskeyDevice } from './passkey-device';
import { ProofFields } from './proof-fields';
import { formatLeft, formatRefused } from './format-refused';

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
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly fields = viewChild(ProofFields);

  readonly due = input.required<SecondStepDue>();
  readonly act = input.required<string>();
  readonly entered = output<Session>();
  /** It took too long, or somebody else is to sign in. */
  readonly startAnew = output<void>();

  protected readonly form = new SendingForm(
    { code: '' },
    ({ code }) => requireValue(code, 'factors.missing.code'),
    {
      isPage: true,
      ids: { code: 'second-step' },
      formatRefusal: (problem) => [
        { at: 'code', formatText: (language) => formatRefused(problem, language) },
      ],
    },
  );
  /** Why it did not go on by a passkey. */
  private readonly otherwise = signal<Problem | 'left' | null>(null);

  protected readonly withPasskey = computed(
    () => this.due().means.includes('passkey') && this.device.hasPasskeys,
  );
  protected readonly withCode = computed(() => this.due().means.some((means) => means !== 'passkey'));
  protected readonly problems = computed<readonly FieldProblem[]>(() => {
    const otherwise = this.otherwise();
    return [
      ...this.form.problems(),
      ...(otherwise ? [{ fieldId: 'second-step', text: formatLeft(otherwise, this.language) }] : []),
    ];
  });

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected async sendProof(event: Event): Promise<void> {
    this.otherwise.set(null);
    const done = await this.form.sendTyped(event, () => {
      const proof = this.fields()?.proof();
      return proof && this.client.finishSignIn(proof);
    });
    if (done) return this.entered.emit(done.value);
    if (this.form.typed().code.trim()) this.form.type({ code: '' });
  }

  protected async sendPasskey(): Promise<void> {
    this.form.forget();
    const asked = await this.client.askSecondPasskey();
    if (!asked.ok) return this.otherwise.set(asked.problem);
    const passkey = await this.device.sign(asked.value);
    if (!passkey) return this.otherwise.set('left');
    const answer = await this.client.finishSignIn({ passkey });
    if (answer.ok) this.entered.emit(answer.value);
    else this.otherwise.set(answer.problem);
  }
}
