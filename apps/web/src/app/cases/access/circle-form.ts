import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CaseAccess, CaseColleague, Problem } from '@repere/contract';
import { isRedacted, RESTRICTION_REASONS } from '@repere/cases';
import { Language } from '@repere/ui';
import { CodesField, SelectField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { restrictCaseLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { shownName } from '../shown-name';
import { CaseAccessClient } from './case-access-client';
import { ColleaguesClient } from './colleagues-client';

/** Closes the case to all but a circle of named people, or opens it again. */
@Component({
  selector: 'app-circle-form',
  imports: [ActProblem, CodesField, FormField, LongText, MatButton, SelectField],
  template: `
    <details (toggle)="loadColleagues()">
      <summary>
        {{ t('rights.access.restrict-form.' + (access().restriction ? 'change' : 'summary')) }}
      </summary>
      <form novalidate (submit)="restrict($event)">
        <rp-codes-field
          fieldId="circle"
          [label]="t('rights.access.restrict-form.who')"
          [options]="options()"
          [problem]="form.problemOf('circle')"
          [formField]="form.fields.circle"
        />
        <rp-select-field
          fieldId="circle-reason"
          [label]="t('rights.access.restrict-form.reason')"
          [options]="reasons()"
          [problem]="form.problemOf('reason')"
          [formField]="form.fields.reason"
        />
        <rp-long-text
          fieldId="circle-words"
          [label]="t('rights.access.restrict-form.words')"
          [rows]="2"
          [problem]="form.problemOf('words')"
          [formField]="form.fields.words"
        />
        <app-act-problem [problem]="problem()" />
        <p class="rp-acts">
          <button matButton="filled" type="submit">{{ t('rights.access.restrict-form.act') }}</button>
          @if (access().restriction) {
            <button matButton="outlined" type="button" (click)="openForm()">
              {{ t('rights.access.restrict-form.lift') }}
            </button>
          }
        </p>
      </form>
    </details>
  `,
  styleUrl: '../case-file/fold-form.scss',
})
export class CircleForm {
  private readonly client = inject(CaseAccessClient);
  private readonly people = inject(ColleaguesClient);
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  readonly access = input.required<CaseAccess>();
  /** `lifted`: it is open again. */
  readonly changed = output<'done' | 'lifted'>();

  private readonly colleagues = signal<readonly CaseColleague[] | null>(null);
  private readonly unread = signal<Problem | null>(null);
  protected readonly form = new SendingForm(
    { circle: [] as readonly string[], reason: null as string | null, words: '' },
    (it) => {
      requireValue(it.circle, 'rights.access.restrict-form.who-missing');
      requireValue(it.reason, 'rights.access.restrict-form.reason-missing');
      requireValue(it.words, 'rights.access.restrict-form.words-missing');
      limitLength(it.words, restrictCaseLengths.words);
    },
  );
  protected readonly problem = computed(() => this.form.refusal() ?? this.unread());
  protected readonly options = computed(() =>
    (this.colleagues() ?? [])
      .filter(({ isRelated, isPartner }) => isRelated || isPartner)
      .map(({ id, name, isPartner }) => ({
        code: id,
        label: isPartner ? this.t('rights.access.restrict-form.partner', { name }) : name,
      })),
  );
  protected readonly reasons = computed(() =>
    RESTRICTION_REASONS.map((code) => ({ code, label: this.t(`rights.access.reason.${code}`) })),
  );

  /** Lead and supervisors: of the circle, unless it is said otherwise. */
  protected async loadColleagues(): Promise<void> {
    if (this.colleagues()) return;
    const { caseFileId, lead, restriction } = this.access();
    const leadId = lead && !isRedacted(lead) ? lead.id : null;
    const answer = await this.people.listColleagues(caseFileId);
    if (!answer.ok) return this.unread.set(answer.problem);
    this.colleagues.set(answer.value.items);
    const usual = answer.value.items.filter(({ id, isSupervisor }) => isSupervisor || id === leadId);
    const circle = restriction?.circle ?? usual;
    this.form.type({
      circle: (isRedacted(circle) ? usual : circle).map(({ id }) => id),
      reason: restriction?.reason ?? null,
      words: shownName(restriction?.words ?? '', ''),
    });
  }

  protected async restrict(event: Event): Promise<void> {
    const { circle, ...typed } = this.form.typed();
    const reason = RESTRICTION_REASONS.find((it) => it === typed.reason);
    const words = typed.words.trim();
    const done = await this.form.sendTyped(
      event,
      (sending) =>
        reason && this.client.restrict(this.access().caseFileId, { circle, reason, words }, sending),
      { about: this.access().caseFileId },
    );
    if (done) this.changed.emit('done');
  }

  protected async openForm(): Promise<void> {
    const answer = await this.keys.sendOnce('open', (idempotencyKey) =>
      this.client.unrestrict(this.access().caseFileId, { idempotencyKey }),
    );
    this.unread.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.changed.emit('lifted');
  }
}
