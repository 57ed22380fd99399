import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField, applyWhen } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Letter, LetterContent, SendLetter } from '@repere/contract';
import { sendLetterLengths } from '@repere/contract/lengths';
import { Language, SpaceTime } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { DateField, NO_DATE } from '@repere/ui/date';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { instantIn, readHour } from '../cases/cover/instant-in';
import { ActProblem } from '../platform/act-problem';
import { everyOf } from '../platform/every-of';
import { checkField, limitLength, requireValue } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';
import { wholeDay } from '../platform/form/whole-day';
import { BasisFields } from '../privacy/case/basis-fields';
import { NO_BASIS, readBasis, requireBasis } from '../privacy/case/typed-basis';
import { LettersClient } from './letters-client';

const MEANS = everyOf<SendLetter['how']>()(['e-mail', 'post', 'hand']);

/** When, how and to whom a letter left, once. What the law asks before something is told is asked here. */
@Component({
  selector: 'app-send-letter-form',
  imports: [ActProblem, BasisFields, ChoiceField, DateField, ErrorSummary, FormField, MatButton, TextField],
  template: `
    <form class="rp-form" novalidate (submit)="sendLetter($event)">
      <rp-error-summary [problems]="form.problems()" />
      <rp-choice-field
        fieldId="sending-how"
        layout="row"
        [label]="t('letters.send.how')"
        [options]="means()"
        [problem]="form.problemOf('how')"
        [formField]="form.fields.how"
      />
      <rp-choice-field
        fieldId="sending-when"
        layout="row"
        [label]="t('letters.send.when')"
        [options]="moments()"
        [formField]="form.fields.when"
      />
      @if (form.typed().when === 'earlier') {
        <rp-date-field
          fieldId="sending-day"
          [label]="t('letters.send.day')"
          [problem]="form.problemOf('day')"
          [formField]="form.fields.day"
        />
        <rp-text-field
          fieldId="sending-hour"
          [label]="t('letters.send.hour')"
          [hint]="t('letters.send.hour-hint')"
          [problem]="form.problemOf('hour')"
          [formField]="form.fields.hour"
        />
      }
      <rp-text-field
        fieldId="sending-toWhom"
        [label]="t('letters.send.to-whom')"
        [hint]="t('letters.send.to-whom-hint')"
        [problem]="form.problemOf('toWhom')"
        [formField]="form.fields.toWhom"
      />
      <rp-text-field
        fieldId="sending-reference"
        [label]="t('letters.send.reference')"
        [hint]="t('letters.send.reference-hint')"
        [problem]="form.problemOf('reference')"
        [formField]="form.fields.reference"
      />
      @if (content().second !== 'none') {
        <rp-text-field
          fieldId="sending-secondSignature"
          [label]="t('letters.send.second')"
          [hint]="content().second === 'must' ? t('letters.second.must') : undefined"
          [problem]="form.problemOf('secondSignature')"
          [formField]="form.fields.secondSignature"
        />
      }
      @if (tells()) {
        <app-basis-fields idPrefix="sending-" [asksGround]="false" [form]="form" />
      }
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('letters.send.act') }}</button>
      </p>
    </form>
  `,
})
export class SendLetterForm {
  private readonly client = inject(LettersClient);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly letter = input.required<Letter>();
  readonly content = input.required<LetterContent>();
  readonly sent = output();

  /** A letter that is the child's own tells nobody else anything: nothing is asked of it then. */
  protected readonly tells = computed(() => this.content().ground !== null);

  protected readonly form = new SendingForm(
    {
      how: null as SendLetter['how'] | null,
      when: 'now' as 'now' | 'earlier' | null,
      ...{ day: NO_DATE, hour: '', toWhom: '', reference: '', secondSignature: '' },
      ...NO_BASIS,
    },
    (it) => {
      requireValue(it.how, 'letters.send.how-missing');
      checkField(
        it.day,
        'letters.send.day-missing',
        (day, valueOf) => valueOf(it.when) === 'earlier' && !wholeDay(day),
      );
      checkField(
        it.hour,
        'letters.send.hour-missing',
        (hour, valueOf) => valueOf(it.when) === 'earlier' && readHour(hour) === null,
      );
      requireValue(it.toWhom, 'letters.send.to-whom-missing');
      limitLength(it.toWhom, sendLetterLengths.toWhom);
      limitLength(it.reference, sendLetterLengths.reference);
      checkField(
        it.secondSignature,
        'letters.send.second-missing',
        (name) => this.content().second === 'must' && !name.trim(),
      );
      limitLength(it.secondSignature, sendLetterLengths.secondSignature);
      applyWhen(it, () => this.tells(), requireBasis);
    },
    {
      idPrefix: 'sending-',
      ids: { whyChild: 'sending-why-child', whyParents: 'sending-why-parents' },
      serverNames: { hour: 'sentAt', why: 'basis.why' },
    },
  );
  protected readonly means = computed(() =>
    MEANS.map((code) => ({ code, label: this.t(`letters.send.by-${code}`) })),
  );
  protected readonly moments = computed(() =>
    (['now', 'earlier'] as const).map((code) => ({ code, label: this.t(`letters.send.${code}`) })),
  );

  constructor() {
    effect(() => {
      const { ground, isBound, recipient } = this.content();
      const [toWhom = ''] = recipient.split('\n');
      untracked(() =>
        this.form.type({ toWhom, ...(ground !== null && { ground, bound: isBound ? 'yes' : 'no' }) }),
      );
    });
  }

  protected async sendLetter(event: Event): Promise<void> {
    const sent = this.sending();
    const done = await this.form.sendTyped(
      event,
      (sending) => sent && this.client.sendLetter(this.caseFileId(), this.letter().id, sent, sending),
      { about: [this.letter().id] },
    );
    if (done) this.sent.emit();
  }

  /** `null` while something is missing. */
  private sending(): SendLetter | null {
    const typed = this.form.typed();
    const basis = this.tells() ? readBasis(typed) : undefined;
    const sentAt = this.sentAt();
    if (!typed.how || sentAt === null || basis === null) return null;
    const [reference, secondSignature] = [typed.reference.trim(), typed.secondSignature.trim()];
    return {
      ...{ how: typed.how, toWhom: typed.toWhom.trim(), sentAt: new Date(sentAt).toISOString() },
      ...(reference && { reference }),
      ...(secondSignature && { secondSignature }),
      ...(basis && { basis: { why: basis.why, child: basis.child, parents: basis.parents } }),
    };
  }

  private sentAt(): number | null {
    const { when, day, hour } = this.form.typed();
    if (when !== 'earlier') return this.time.now();
    const on = wholeDay(day);
    return on ? instantIn(this.letter().zone, on, hour) : null;
  }
}
