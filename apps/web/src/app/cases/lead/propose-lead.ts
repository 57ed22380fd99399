import { afterNextRender, Component, computed, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CaseColleague, CaseFile, Problem } from '@repere/contract';
import { proposeLeadLengths } from '@repere/contract/lengths';
import { Language, SpaceTime } from '@repere/ui';
import { NumberField } from '@repere/ui/amount';
import { SelectField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { asAnswer } from '../../platform/api';
import { ActProblem } from '../../platform/act-problem';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ColleaguesClient } from '../access/colleagues-client';
import { CaseSession } from '../case-file/case-session';
import { LeadClient } from './lead-client';

const DAY = 86_400_000;
const MOST_DAYS = 14;

/** Proposes the lead to somebody, of whatever team: until they accept, nothing changes. */
@Component({
  selector: 'app-propose-lead',
  imports: [ActProblem, FormField, LongText, MatButton, NumberField, SelectField],
  template: `
    <form novalidate (submit)="proposeLead($event)">
      <rp-select-field
        fieldId="lead"
        [label]="t('case.lead-form.who')"
        [hint]="t('case.lead-form.who-hint')"
        [options]="options()"
        [problem]="form.problemOf('lead')"
        [formField]="form.fields.lead"
      />
      <rp-long-text
        fieldId="lead-words"
        [label]="t('case.lead-form.words')"
        [hint]="t('case.lead-form.words-hint')"
        [rows]="3"
        [problem]="form.problemOf('words')"
        [formField]="form.fields.words"
      />
      <rp-number-field
        fieldId="lead-days"
        [label]="t('case.lead-form.days')"
        [hint]="t('case.lead-form.days-hint')"
        [problem]="form.problemOf('days')"
        [formField]="form.fields.days"
      />
      <app-act-problem [problem]="problem()" />
      <button matButton="outlined" type="submit">{{ t('case.lead-form.act') }}</button>
    </form>
  `,
  styleUrl: '../case-file/fold-form.scss',
})
export class ProposeLead {
  private readonly client = inject(LeadClient);
  private readonly people = inject(ColleaguesClient);
  private readonly session = inject(CaseSession);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly caseFile = input.required<CaseFile>();

  private readonly colleagues = signal<readonly CaseColleague[] | null>(null);
  private readonly unread = signal<Problem | null>(null);
  protected readonly form = new SendingForm(
    { lead: null as string | null, words: '', days: '' },
    (it) => {
      requireValue(it.lead, 'case.lead-form.missing');
      requireValue(it.words, 'case.lead-form.words-missing');
      limitLength(it.words, proposeLeadLengths.words);
      checkField(it.days, 'case.lead-form.days-wrong', (days) => !isSpan(days));
    },
    { idPrefix: 'lead-', ids: { lead: 'lead' }, serverNames: { lead: 'accountId', days: 'until' } },
  );
  protected readonly problem = computed(() => this.form.refusal() ?? this.unread());
  protected readonly options = computed(() =>
    (this.colleagues() ?? [])
      .filter(({ mayLead }) => mayLead)
      .map(({ id, name, teams }) => ({
        code: id,
        label: teams.length ? `${name} – ${teams.join(', ')}` : name,
      })),
  );

  constructor() {
    afterNextRender(() => void this.loadColleagues());
  }

  private async loadColleagues(): Promise<void> {
    const answer = await this.people.listColleagues(this.caseFile().id);
    if (answer.ok) this.colleagues.set(answer.value.items);
    else this.unread.set(answer.problem);
  }

  protected async proposeLead(event: Event): Promise<void> {
    const { lead, words, days } = this.form.typed();
    const proposal = {
      ...{ accountId: lead ?? '', words: words.trim() },
      // A minute less: the clocks of two machines differ.
      ...(days !== '' && { until: new Date(this.time.now() + Number(days) * DAY - 60_000).toISOString() }),
    };
    const done = await this.form.sendTyped(event, async () =>
      asAnswer(
        await this.session.sendAct([lead, words, days], (id, sending) =>
          this.client.proposeLead(id, proposal, sending),
        ),
      ),
    );
    if (done) this.form.clear();
  }
}

/** Nothing, or days within which they may be asked to answer. */
function isSpan(typed: string): boolean {
  const days = Number(typed);
  return typed === '' || (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS);
}
