import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Finding, FindingInput, Mission } from '@repere/contract';
import { type FindingSeverity, FINDING_SEVERITY_WORDS } from '@repere/audit';
import { Language, capitalised } from '@repere/ui';
import { NumberField } from '@repere/ui/amount';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { DateField, NO_DATE } from '@repere/ui/date';
import { LongText } from '@repere/ui/field';
import { findingInputLengths } from '@repere/contract/lengths';
import { wholeDay } from '../../../platform/form/whole-day';
import { SendingForm } from '../../../platform/form/sending-form';
import { checkField, limitLength, requireValue } from '../../../platform/form/mistake';
import { ActProblem } from '../../../platform/act-problem';
import type { ProposedFinding } from '../examining/propose-finding';
import { MissionsClient } from '../missions-client';

/** A new finding: what was expected, what happened, how many days lie between, what shows it; to whom, and until when. */
@Component({
  selector: 'app-finding-form',
  imports: [ActProblem, ChoiceField, DateField, FormField, LongText, MatButton, NumberField, SelectField],
  templateUrl: './finding-form.html',
  styleUrl: './finding-form.scss',
})
export class FindingForm {
  private readonly client = inject(MissionsClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly mission = input.required<Mission>();
  /** Absent: about no case in particular. */
  readonly caseFileId = input<string>();
  /** What a deviation proposes: written into the form, to be changed. */
  readonly proposed = input<ProposedFinding | null>(null);
  readonly raised = output<Finding>();

  protected readonly isOpen = signal(false);

  protected readonly form = new SendingForm(
    {
      expected: '',
      happened: '',
      days: '',
      evidence: '',
      severity: null as FindingSeverity | null,
      ownerId: null as string | null,
      dueOn: NO_DATE,
    },
    (it) => {
      requireValue(it.expected, 'audit.findings.missing.expected');
      limitLength(it.expected, findingInputLengths.expected);
      requireValue(it.happened, 'audit.findings.missing.happened');
      limitLength(it.happened, findingInputLengths.happened);
      checkField(it.days, 'audit.findings.missing.days', (days) => !/^\d{0,4}$/.test(days.trim()));
      requireValue(it.evidence, 'audit.findings.missing.evidence');
      limitLength(it.evidence, findingInputLengths.evidence);
      requireValue(it.severity, 'audit.findings.missing.severity');
      requireValue(it.ownerId, 'audit.findings.missing.owner');
      checkField(it.dueOn, 'audit.findings.missing.due', (due) => wholeDay(due) === null);
    },
  );

  protected readonly owners = computed(() =>
    this.mission().owners.map(({ id, name }) => ({ code: id, label: name })),
  );
  protected readonly severities = computed(() =>
    (['minor', 'serious', 'critical'] as const).map((code) => ({
      code,
      label: capitalised(this.language.localize(FINDING_SEVERITY_WORDS[code])),
      hint: this.t(`audit.findings.severity-hint.${code}`),
    })),
  );

  constructor() {
    effect(() => {
      const proposed = this.proposed();
      if (!proposed) return;
      untracked(() => {
        this.form.forget();
        this.form.type(proposed);
        this.isOpen.set(true);
      });
      setTimeout(() => document.getElementById('expected')?.focus());
    });
  }

  protected async raise(event: Event): Promise<void> {
    const finding = this.finding();
    const done = await this.form.sendTyped(
      event,
      ({ idempotencyKey }) => finding && this.client.raise(this.mission().id, finding, idempotencyKey),
      { about: [this.mission().id, this.caseFileId()] },
    );
    if (!done) return;
    // Findings of one sitting mostly go to one person.
    const { ownerId } = this.form.typed();
    this.form.clear();
    this.form.type({ ownerId });
    this.raised.emit(done.value);
  }

  /** `null` while something is missing. */
  private finding(): FindingInput | null {
    const { days, severity, ownerId, ...typed } = this.form.typed();
    const [dueOn, caseFileId] = [wholeDay(typed.dueOn), this.caseFileId()];
    if (!ownerId || dueOn === null || !severity) return null;
    return {
      expected: typed.expected.trim(),
      happened: typed.happened.trim(),
      evidence: typed.evidence.trim(),
      ownerId,
      dueOn,
      severity,
      ...(days.trim() && { days: Number(days) }),
      ...(caseFileId !== undefined && { caseFileId }),
    };
  }
}
