import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/cases';
import type { RetentionLine } from '@repere/privacy';
import { Language, SpaceTime } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { OriginTag } from '@repere/ui/origin';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { PrivacyClient } from '../privacy-client';

/** One rule: how long, since when, who says so, whether anybody checked; and what the service decided. */
@Component({
  selector: 'app-rule-card',
  imports: [ActProblem, MatButton, OriginTag, TextField],
  templateUrl: './rule-card.html',
})
export class RuleCard {
  private readonly client = inject(PrivacyClient);
  private readonly keys = new SendingKey();
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly rule = input.required<RetentionLine>();
  readonly changed = output<void>();

  protected readonly isDeciding = signal(false);
  protected readonly months = signal('');
  protected readonly source = signal('');
  protected readonly isMissing = signal(false);
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

  protected async propose(event: Event): Promise<void> {
    event.preventDefault();
    const typed = this.months().trim();
    const source = this.source().trim();
    this.isMissing.set(!source || (typed !== '' && !/^\d{1,4}$/.test(typed)));
    if (this.isMissing()) return;
    const decision = { months: typed === '' ? null : Number(typed), source };
    const answer = await this.keys.send([this.rule().id, decision], (idempotencyKey) =>
      this.client.decide(this.rule().id, decision, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.isDeciding.set(false);
    this.changed.emit();
  }

  protected async settle(id: string, outcome: 'agreed' | 'refused'): Promise<void> {
    const answer = await this.keys.send([id, outcome], (idempotencyKey) =>
      this.client.settleDecision(id, outcome, {
        idempotencyKey,
      }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.changed.emit();
  }
}
