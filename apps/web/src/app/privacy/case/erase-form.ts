import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/cases';
import { ERASURE_GROUNDS, erasureGroundWords } from '@repere/privacy';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { PrivacyClient } from '../privacy-client';

/** Proposes to erase a case; another person decides. */
@Component({
  selector: 'app-erase-form',
  imports: [ActProblem, ChoiceField, MatButton, TextField],
  template: `
    <form novalidate (submit)="propose($event)">
      <p>{{ t('privacy.erasure.lead') }}</p>
      <rp-choice-field
        fieldId="erase-ground"
        [label]="t('privacy.erasure.ground')"
        [options]="options()"
        [problem]="isMissing() && !ground() ? t('privacy.erasure.ground-missing') : null"
        [(value)]="ground"
      />
      <rp-text-field
        fieldId="erase-basis"
        [label]="t('privacy.erasure.basis')"
        [hint]="t('privacy.erasure.basis-hint')"
        [rows]="2"
        [maxLength]="1000"
        [problem]="isMissing() && !basis().trim() ? t('privacy.erasure.basis-missing') : null"
        [(value)]="basis"
      />
      <app-act-problem [problem]="problem()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('privacy.erasure.act') }}</button>
      </p>
    </form>
  `,
  styles: `
    form > * + * {
      margin-block-start: 1rem;
    }
  `,
})
export class EraseForm {
  private readonly client = inject(PrivacyClient);
  private readonly keys = new SendingKey();
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  readonly proposed = output<void>();

  protected readonly ground = signal<string | null>(null);
  protected readonly basis = signal('');
  protected readonly isMissing = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly options = computed(() =>
    ERASURE_GROUNDS.map((code) => ({ code, label: this.language.say(erasureGroundWords(code)) })),
  );

  protected async propose(event: Event): Promise<void> {
    event.preventDefault();
    const basis = this.basis().trim();
    const ground = ERASURE_GROUNDS.find((code) => code === this.ground());
    this.isMissing.set(!basis || !ground);
    if (!basis || !ground) return;
    const proposal = { ground, basis };
    const answer = await this.keys.send([this.caseFileId(), proposal], (idempotencyKey) =>
      this.client.propose(this.caseFileId(), proposal, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.proposed.emit();
  }
}
