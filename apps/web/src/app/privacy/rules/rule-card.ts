import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Problem, RetentionLine } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { OriginTag } from '@repere/ui/origin';
import { proposePeriodLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField, limitLength } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { PrivacyClient } from '../privacy-client';

/** One rule: how long, since when, who says so, whether anybody checked; and what the service decided. */
@Component({
  selector: 'app-rule-card',
  imports: [ActProblem, FormField, MatButton, OriginTag, TextField],
  templateUrl: './rule-card.html',
})
export class RuleCard {
  private readonly client = inject(PrivacyClient);
  private readonly keys = new SendingKey();
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly rule = input.required<RetentionLine>();
  readonly changed = output<void>();

  protected readonly isDeciding = signal(false);
  protected readonly form = new SendingForm({ months: '', source: '' }, (it) => {
    checkField(it.months, 'privacy.rules.missing', (months) => !/^\d{0,4}$/.test(months.trim()));
    checkField(it.source, 'privacy.rules.missing', (source) => !source.trim());
    limitLength(it.source, proposePeriodLengths.source);
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly period = computed(() => {
    const { months, days, decisions } = this.rule();
    const inForce = decisions.find(({ state }) => state === 'in-force');
    if (inForce) return this.lengthOf(inForce.months);
    if (days !== null) return this.language.count('privacy.rules.days', days);
    return this.lengthOf(months);
  });

  protected lengthOf(months: number | null): string {
    return months === null
      ? this.t('privacy.rules.none')
      : this.language.count('privacy.rules.months', months);
  }

  protected decide(): void {
    this.form.forget();
    this.isDeciding.set(true);
  }

  protected async proposeDecision(event: Event): Promise<void> {
    const { months, source } = this.form.typed();
    const decision = { months: months.trim() === '' ? null : Number(months), source: source.trim() };
    const done = await this.form.sendTyped(
      event,
      (sending) => this.client.decide(this.rule().id, decision, sending),
      { about: this.rule().id },
    );
    this.problem.set(this.form.refusal());
    if (!done) return;
    this.isDeciding.set(false);
    this.changed.emit();
  }

  protected async settleDecision(id: string, outcome: 'agreed' | 'refused'): Promise<void> {
    const answer = await this.keys.sendOnce([id, outcome], (idempotencyKey) =>
      this.client.settleDecision(id, outcome, {
        idempotencyKey,
      }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.changed.emit();
  }
}
