import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Finding } from '@repere/contract';
import {
  type FindingOutcome,
  FINDING_OUTCOMES,
  FINDING_OUTCOME_WORDS,
  FINDING_SEVERITY_WORDS,
} from '@repere/audit';
import { Language, SpaceTime, capitalised } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { findingAnswerLengths, findingClosingLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../../platform/form/sending-form';
import { limitLength, requireValue } from '../../../platform/form/mistake';
import { ActProblem } from '../../../platform/act-problem';
import { casePath } from '../../../cases/case-paths';
import { MissionsClient } from '../missions-client';

/** A finding as a sentence, its owner's answer, and how it ended; with what this reader may do about it. */
@Component({
  selector: 'app-finding-card',
  imports: [ActProblem, ChoiceField, FormField, LongText, MatButton, RouterLink],
  templateUrl: './finding-card.html',
  styleUrl: './finding-card.scss',
})
export class FindingCard {
  private readonly client = inject(MissionsClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly finding = input.required<Finding>();
  /** It is another one now. */
  readonly changed = output<Finding>();

  protected readonly reply = new SendingForm({ text: '' }, ({ text }) => {
    requireValue(text, 'audit.findings.answer-missing');
    limitLength(text, findingAnswerLengths.text);
  });
  protected readonly closing = new SendingForm({ outcome: null as FindingOutcome | null, note: '' }, (it) => {
    requireValue(it.outcome, 'audit.findings.outcome-missing');
    requireValue(it.note, 'audit.findings.note-missing');
    limitLength(it.note, findingClosingLengths.note);
  });

  protected readonly case = computed(() => {
    const { caseFile } = this.finding();
    return caseFile && { reference: caseFile.reference, path: casePath(caseFile.id) };
  });
  protected readonly severity = computed(() =>
    capitalised(this.language.localize(FINDING_SEVERITY_WORDS[this.finding().severity])),
  );
  protected readonly state = computed(() => {
    const { closing, answer } = this.finding();
    return closing
      ? capitalised(this.language.localize(FINDING_OUTCOME_WORDS[closing.outcome]))
      : this.t(`audit.findings.state.${answer ? 'answered' : 'waiting'}`);
  });
  protected readonly due = computed(() => {
    const { dueOn, closing, answer } = this.finding();
    const day = this.time.day(`${dueOn}T12:00:00Z`);
    const late = Math.floor((this.time.now() - Date.parse(`${dueOn}T23:59:59Z`)) / DAY) + 1;
    if (closing || answer || late <= 0) return { text: this.t('audit.findings.due', { day }), isLate: false };
    return { text: this.language.count('audit.findings.late', late, { day }), isLate: true };
  });
  protected readonly days = computed(() => {
    const { days } = this.finding();
    return days === null ? null : this.language.count('audit.findings.days', days);
  });
  protected readonly outcomes = computed(() =>
    FINDING_OUTCOMES.map((code) => ({ code, label: this.t(`audit.findings.outcome.${code}`) })),
  );

  protected saidBy({ by, at }: { readonly by: { readonly name: string }; readonly at: string }): string {
    return this.t('audit.findings.by', { name: by.name, moment: this.time.moment(at) });
  }

  protected async sendReply(event: Event): Promise<void> {
    const { id, revision } = this.finding();
    const text = this.reply.typed().text.trim();
    const done = await this.reply.sendTyped(
      event,
      (sending) => this.client.answerFinding(id, text, { ifMatch: revision, ...sending }),
      { about: [id, revision] },
    );
    if (!done) return;
    this.reply.clear();
    this.changed.emit(done.value);
  }

  protected async closeFinding(event: Event): Promise<void> {
    const { id, revision } = this.finding();
    const { outcome, note } = this.closing.typed();
    const done = await this.closing.sendTyped(
      event,
      (sending) =>
        outcome &&
        this.client.closeFinding(id, { note: note.trim(), outcome }, { ifMatch: revision, ...sending }),
      { about: [id, revision] },
    );
    if (done) this.changed.emit(done.value);
  }
}

const DAY = 86_400_000;
