import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { LEAD_AT_ONCE_REASONS, LEAD_AT_ONCE_WORDS } from '@repere/cases';
import type { CaseFile, Problem, TeamMate } from '@repere/contract';
import { nameLeadLengths } from '@repere/contract/lengths';
import { capitalised, Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { asAnswer } from '../../platform/api';
import { ActProblem } from '../../platform/act-problem';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { CaseFileClient } from '../case-file/case-file-client';
import { CaseSession } from '../case-file/case-session';
import { LeadClient } from './lead-client';

/** A supervisor names the lead at once, where it can’t wait for their word. */
@Component({
  selector: 'app-name-lead-form',
  imports: [ActProblem, FormField, LongText, MatButton, SelectField],
  template: `
    <details (toggle)="loadTeam()">
      <summary>{{ t('case.name-lead.title') }}</summary>
      <p>{{ t('case.name-lead.hint') }}</p>
      <form novalidate (submit)="nameLead($event)">
        <rp-select-field
          fieldId="name-lead-lead"
          [label]="t('case.name-lead.who')"
          [options]="options()"
          [problem]="form.problemOf('lead')"
          [formField]="form.fields.lead"
        />
        <rp-select-field
          fieldId="name-lead-reason"
          [label]="t('case.name-lead.reason')"
          [options]="reasons()"
          [problem]="form.problemOf('reason')"
          [formField]="form.fields.reason"
        />
        <rp-long-text
          fieldId="name-lead-words"
          [label]="t('case.name-lead.words')"
          [rows]="2"
          [problem]="form.problemOf('words')"
          [formField]="form.fields.words"
        />
        <app-act-problem [problem]="problem()" />
        <button matButton="outlined" type="submit">{{ t('case.name-lead.act') }}</button>
      </form>
    </details>
  `,
  styleUrl: '../case-file/fold-form.scss',
})
export class NameLeadForm {
  private readonly client = inject(LeadClient);
  private readonly staff = inject(CaseFileClient);
  private readonly session = inject(CaseSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();

  private readonly team = signal<readonly TeamMate[] | null>(null);
  private readonly unread = signal<Problem | null>(null);
  protected readonly form = new SendingForm(
    { lead: null as string | null, reason: null as string | null, words: '' },
    (it) => {
      requireValue(it.lead, 'case.lead-form.missing');
      requireValue(it.reason, 'case.name-lead.reason-missing');
      requireValue(it.words, 'case.name-lead.words-missing');
      limitLength(it.words, nameLeadLengths.words);
    },
    { idPrefix: 'name-lead-', serverNames: { lead: 'accountId' } },
  );
  protected readonly problem = computed(() => this.form.refusal() ?? this.unread());
  protected readonly options = computed(() =>
    (this.team() ?? [])
      .filter(
        ({ id, teamIds }) => teamIds.includes(this.caseFile().team.id) && id !== this.caseFile().lead?.id,
      )
      .map(({ id, name }) => ({ code: id, label: name })),
  );
  protected readonly reasons = computed(() =>
    LEAD_AT_ONCE_REASONS.map((code) => ({
      code,
      label: capitalised(this.language.localize(LEAD_AT_ONCE_WORDS[code])),
    })),
  );

  protected async loadTeam(): Promise<void> {
    if (this.team()) return;
    const answer = await this.staff.team();
    if (answer.ok) this.team.set(answer.value.items);
    else this.unread.set(answer.problem);
  }

  protected async nameLead(event: Event): Promise<void> {
    const { lead, reason: typed, words } = this.form.typed();
    const reason = LEAD_AT_ONCE_REASONS.find((it) => it === typed);
    const done = await this.form.sendTyped(event, async () => {
      if (!reason) return asAnswer(null);
      const named = { accountId: lead ?? '', reason, words: words.trim() };
      return asAnswer(
        await this.session.sendAct(named, (id, sending) => this.client.nameAtOnce(id, named, sending)),
      );
    });
    if (done) this.form.clear();
  }
}
