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

const RECEIVERS = everyOf<NonNullable<SendLetter['receivedBy']>>()(['child', 'safe-contact', 'other']);
const MEANS = everyOf<SendLetter['how']>()(['e-mail', 'post', 'hand']);

/** What the letter says of the family is not asked anew; that it was not known then is. */
function parentsOf(told: LetterContent['familyTold']): {
  readonly parents?: string;
  readonly whyParents?: string;
} {
  switch (told?.is) {
    case 'told':
    case 'knows':
      return { parents: 'yes' };
    case 'not-told':
      return { parents: 'no', whyParents: told.why ?? '' };
    case 'not-known':
    case undefined:
      return {};
  }
}

/** When, how and to whom a letter left, once. What the law asks before something is told is asked here. */
@Component({
  selector: 'app-send-letter-form',
  imports: [ActProblem, BasisFields, ChoiceField, DateField, ErrorSummary, FormField, MatButton, TextField],
  template: `
    <form class="rp-form" novalidate (submit)="sendLetter($event)">
      <rp-error-summary [problems]="form.problems()" />
      @if (isOwn()) {
        <rp-choice-field
          fieldId="sending-receivedBy"
          [label]="t('letters.send.received-by')"
          [hint]="t('letters.send.received-by-hint')"
          [options]="receivers()"
          [problem]="form.problemOf('receivedBy')"
          [formField]="form.fields.receivedBy"
        />
      }
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
        [problem]="form.problemOf('when')"
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
      @if (ofReferral(); as service) {
        <p>{{ t('letters.send.of-referral', { service }) }}</p>
      } @else if (!isToChild()) {
        <rp-text-field
          fieldId="sending-toWhom"
          [label]="t('letters.send.to-whom')"
          [hint]="t('letters.send.to-whom-hint')"
          [problem]="form.problemOf('toWhom')"
          [formField]="form.fields.toWhom"
        />
      }
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
        @if (saysFamily()) {
          <p class="rp-hint">{{ t('letters.send.family-from-letter') }}</p>
        }
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

  /** The child's own: it tells nobody anything while they have it, or their safe contact has. */
  protected readonly isOwn = computed(() => this.content().ground === null);
  protected readonly isToChild = computed(() => this.isOwn() && this.form.typed().receivedBy === 'child');
  /** The service of the referral that it tells of: to whom and why was said there; `null`: it tells of none. */
  protected readonly ofReferral = computed(() =>
    this.letter().referralId === null ? null : this.form.typed().toWhom,
  );
  protected readonly tells = computed(
    () => this.letter().referralId === null && (!this.isOwn() || this.form.typed().receivedBy === 'other'),
  );

  /** Whether the family was told is proposed from what the letter says. */
  protected readonly saysFamily = computed(() => {
    const is = this.content().familyTold?.is;
    return is !== undefined && is !== 'not-known';
  });

  protected readonly form = new SendingForm(
    {
      receivedBy: null as (typeof RECEIVERS)[number] | null,
      how: null as SendLetter['how'] | null,
      when: 'now' as 'now' | 'earlier' | null,
      ...{ day: NO_DATE, hour: '', toWhom: '', reference: '', secondSignature: '' },
      ...NO_BASIS,
    },
    (it) => {
      checkField(it.receivedBy, 'letters.send.received-by-missing', (who) => this.isOwn() && who === null);
      requireValue(it.how, 'letters.send.how-missing');
      checkField(
        it.how,
        'letters.send.by-hand-only',
        (how, valueOf) =>
          this.isOwn() && how !== null && how !== 'hand' && valueOf(it.receivedBy) !== 'other',
      );
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
      checkField(
        it.toWhom,
        'letters.send.to-whom-missing',
        (name) => !this.isToChild() && name.trim() === '',
      );
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
      serverNames: { when: 'sentAt', why: 'basis.why' },
    },
  );
  protected readonly means = computed(() =>
    MEANS.map((code) => ({ code, label: this.t(`letters.send.by-${code}`) })),
  );
  protected readonly receivers = computed(() =>
    RECEIVERS.map((code) => ({ code, label: this.t(`letters.send.received-${code}`) })),
  );
  protected readonly moments = computed(() =>
    (['now', 'earlier'] as const).map((code) => ({ code, label: this.t(`letters.send.${code}`) })),
  );

  constructor() {
    effect(() => {
      const { ground, isBound, recipient, familyTold } = this.content();
      const [toWhom = ''] = recipient.split('\n');
      untracked(() =>
        this.form.type(
          ground === null
            ? // Who else has the child's own letter is not known to be bound.
              { ground: 'other', bound: 'no' }
            : { toWhom, ground, bound: isBound ? 'yes' : 'no', ...parentsOf(familyTold) },
        ),
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
      ...{ how: typed.how, sentAt: new Date(sentAt).toISOString() },
      ...(!this.isToChild() && { toWhom: typed.toWhom.trim() }),
      ...(this.isOwn() && typed.receivedBy && { receivedBy: typed.receivedBy }),
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
