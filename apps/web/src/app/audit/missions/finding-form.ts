import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Finding, FindingSeverity, Mission } from '@repere/audit';
import type { Problem } from '@repere/cases';
import { Language } from '@repere/ui';
import { NumberField } from '@repere/ui/amount';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { DateField, NO_DATE, type TypedDate } from '@repere/ui/date';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { MissionsClient } from './missions-client';
import { dayOf } from './typed-plan';

/** A new finding: what was expected, what happened, how many days lie between, what shows it; to whom, and until when. */
@Component({
  selector: 'app-finding-form',
  imports: [ActProblem, ChoiceField, DateField, LongText, MatButton, NumberField, SelectField],
  templateUrl: './finding-form.html',
  styleUrl: './finding-form.scss',
})
export class FindingForm {
  private readonly client = inject(MissionsClient);
  private readonly language = inject(Language);
  private readonly sendingKey = new SendingKey();
  protected readonly t = this.language.t;

  readonly mission = input.required<Mission>();
  /** Absent: about no case in particular. */
  readonly caseFileId = input<string>();
  readonly raised = output<Finding>();

  protected readonly expected = signal('');
  protected readonly happened = signal('');
  protected readonly days = signal('');
  protected readonly evidence = signal('');
  protected readonly severity = signal<string | null>(null);
  protected readonly ownerId = signal<string | null>(null);
  protected readonly due = signal<TypedDate>(NO_DATE);
  protected readonly isTried = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly owners = computed(() =>
    this.mission().owners.map(({ id, name }) => ({ code: id, label: name })),
  );
  protected readonly severities = computed(() =>
    (['minor', 'serious', 'critical'] as const).map((code) => ({
      code,
      label: this.t(`audit.findings.severity.${code}`),
      hint: this.t(`audit.findings.severity-hint.${code}`),
    })),
  );

  protected missing(isMissing: boolean, key: string): string | null {
    return this.isTried() && isMissing ? this.t(`audit.findings.missing.${key}`) : null;
  }

  protected dayIsWrong(): boolean {
    return dayOf(this.due()) === null;
  }

  protected daysAreWrong(): boolean {
    return !/^\d{0,4}$/.test(this.days().trim());
  }

  protected async raise(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    const [ownerId, dueOn, severity] = [this.ownerId(), dayOf(this.due()), this.severity()];
    const text = {
      expected: this.expected().trim(),
      happened: this.happened().trim(),
      evidence: this.evidence().trim(),
    };
    if (Object.values(text).includes('') || !ownerId || dueOn === null || !severity || this.daysAreWrong())
      return;
    const caseFileId = this.caseFileId();
    const finding = {
      ...text,
      ownerId,
      dueOn,
      severity: severity as FindingSeverity,
      ...(this.days().trim() && { days: Number(this.days()) }),
      ...(caseFileId !== undefined && { caseFileId }),
    };
    const answer = await this.sendingKey.send(finding, (key) =>
      this.client.raise(this.mission().id, finding, key),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.clear();
    this.raised.emit(answer.value);
  }

  private clear(): void {
    for (const field of [this.expected, this.happened, this.days, this.evidence]) field.set('');
    this.severity.set(null);
    this.due.set(NO_DATE);
    this.isTried.set(false);
  }
}
