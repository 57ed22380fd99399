import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Problem, ReferralChoices, ReferToService, TellService } from '@repere/contract';
import { NEEDS, SERVICE_NEEDS } from '@repere/directory';
import { referToServiceLengths, tellServiceLengths } from '@repere/contract/lengths';
import { Language, SpaceTime } from '@repere/ui';
import { ChoiceField, CodesField, SelectField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import {
  AROUND,
  AROUND_NAMES,
  NO_AROUND,
  NobodyAround,
  requireAround,
} from '../../cases/around/nobody-around';
import { BasisFields } from '../../privacy/case/basis-fields';
import { NO_BASIS, readBasis, requireBasis } from '../../privacy/case/typed-basis';
import { ActProblem } from '../../platform/act-problem';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import type { Answered, Sending } from '../../platform/api';
import { SendingForm } from '../../platform/form/sending-form';
import { BY_NEED, hourOptions, hoursFor, hoursHint, proposeHours, readHours } from '../answer-hours';
import { BesideAnother, NO_BESIDE, readBeside } from '../terms/beside-another';
import { ChildViewFields, NO_VIEW, readView, requireView } from '../terms/child-view-fields';
import { KeepReferral, ResumedNote } from '../prepared/keep-referral';
import { Keeping } from '../prepared/keeping';
import { isBed, OTHER_NEED, preparedTerms, resumedTerms } from '../prepared/typed-terms';
import { ReferralsClient } from '../referrals-client';
import { CapacityClient } from './capacity-client';

const MEANS = ['spoken', 'written'] as const satisfies readonly TellService['how'][];

/** A need that somebody was asked for before, among the choices. */
const ASKED = 'asked:';

/** That a service without account was told who the child is: by telephone or letter, after its yes or as a referral. Once for a need. */
@Component({
  selector: 'app-tell-form',
  imports: [
    ...[
      ActProblem,
      BasisFields,
      BesideAnother,
      ChildViewFields,
      ChoiceField,
      CodesField,
      ErrorSummary,
      FormField,
      KeepReferral,
      MatButton,
      NobodyAround,
      ResumedNote,
      SelectField,
    ],
    TextField,
  ],
  template: `
    <form novalidate (submit)="recordTold($event)">
      <rp-error-summary [problems]="form.problems()" />
      <p class="rp-quiet">{{ t('capacity.told.lead') }}</p>
      <app-resumed-note [keeping]="keeping" />
      @if (serviceId()) {
        <rp-select-field
          fieldId="told-need"
          [label]="t('capacity.told.need')"
          [hint]="t('referrals.form.need-hint')"
          [options]="needs()"
          [problem]="form.problemOf('need')"
          [formField]="form.fields.need"
        />
        @if (asksBeforeYes()) {
          <rp-text-field
            fieldId="told-beforeYes"
            [label]="t('referrals.form.before-yes')"
            [hint]="t('referrals.form.before-yes-hint')"
            [rows]="2"
            [problem]="form.problemOf('beforeYes')"
            [formField]="form.fields.beforeYes"
          />
        }
      }
      <app-beside-another idPrefix="told-" [form]="form" [caseFileId]="caseFileId()" />
      <rp-text-field
        fieldId="told-what"
        [label]="t('capacity.told.what')"
        [hint]="t('capacity.told.what-hint')"
        [rows]="3"
        [problem]="form.problemOf('what')"
        [formField]="form.fields.what"
      />
      <rp-codes-field
        fieldId="told-classes"
        [label]="t('capacity.told.classes')"
        [options]="options()"
        [problem]="form.problemOf('classes')"
        [formField]="form.fields.classes"
      />
      <rp-choice-field
        fieldId="told-how"
        layout="row"
        [label]="t('capacity.told.how')"
        [options]="means()"
        [problem]="form.problemOf('how')"
        [formField]="form.fields.how"
      />
      <rp-select-field
        fieldId="told-hours"
        [label]="t('referrals.form.hours')"
        [hint]="hoursHint() || t('capacity.told.hours-hint')"
        [options]="hours()"
        [problem]="form.problemOf('hours')"
        [formField]="form.fields.hours"
      />
      <app-basis-fields idPrefix="told-" [form]="form" />
      <app-child-view-fields idPrefix="told-" [form]="form" />
      <app-nobody-around idPrefix="told-" [form]="form" />
      <app-act-problem [problem]="form.refusal() ?? unread()" />
      <button matButton="filled" type="submit">
        {{ t(serviceId() ? 'capacity.told.act-refer' : 'capacity.told.act') }}
      </button>
      @if (serviceId()) {
        <app-keep-referral [caseFileId]="caseFileId()" [keeping]="keeping" (keep)="keepPrepared()" />
      }
    </form>
  `,
  styles: `
    form > * {
      display: block;
      margin-block-end: 1rem;
    }
  `,
})
export class TellForm {
  private readonly client = inject(CapacityClient);
  private readonly referrals = inject(ReferralsClient);
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  /** The request of a question for a place to which it said yes. */
  readonly requestId = input<string>();
  /** Or the service, without a question before. */
  readonly serviceId = input<string>();
  /** Needs that somebody was asked for before and nobody meets. */
  readonly openNeeds = input<readonly { readonly id: string; readonly request: string | null }[]>([]);
  /** Of a service that said yes: which need it was asked for, and until when it holds the place. */
  readonly askedNeed = input<string | null>(null);
  readonly heldUntil = input<string | null>(null);
  /** A referral that was prepared, to go on from. */
  readonly preparedId = input<string>();
  readonly told = output();

  protected readonly keeping = new Keeping();

  private readonly choices = signal<ReferralChoices | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly form = new SendingForm(
    {
      ...{
        need: null as string | null,
        beforeYes: '',
        ...NO_BESIDE,
        what: '',
        classes: [] as readonly string[],
      },
      ...{ how: null as string | null, hours: null as string | null, ...NO_BASIS, ...NO_VIEW, ...NO_AROUND },
    },
    (it) => {
      checkField(it.need, 'referrals.form.need-missing', (need) => !!this.serviceId() && !need);
      checkField(
        it.beforeYes,
        'referrals.form.before-yes-missing',
        (why, valueOf) => !!this.serviceId() && isBed(valueOf(it.need)) && why.trim() === '',
      );
      limitLength(it.beforeYes, referToServiceLengths.beforeYes);
      limitLength(it.besideAnother, tellServiceLengths.besideAnother);
      requireValue(it.what, 'capacity.told.what-missing');
      limitLength(it.what, tellServiceLengths.what);
      checkField(it.classes, 'referrals.form.classes-missing', (classes) => classes.length === 0);
      requireValue(it.how, 'capacity.told.how-missing');
      requireBasis(it);
      requireView(it);
      requireAround(it);
    },
    {
      idPrefix: 'told-',
      ids: { whyChild: 'told-why-child', whyParents: 'told-why-parents' },
      serverNames: { bound: 'isBound', hours: 'answerHours', view: 'childView', ...AROUND_NAMES },
    },
  );
  protected readonly options = computed(() =>
    (this.choices()?.classes ?? []).map(({ fieldClass, title }) => ({
      code: fieldClass,
      label: this.language.localize(title),
    })),
  );
  protected readonly needs = computed(() => [
    ...this.openNeeds().map(({ id, request }) => ({
      code: ASKED + id,
      label: this.t('capacity.told.need-open', { what: request ?? this.t('referrals.sent.not-shown') }),
    })),
    { code: OTHER_NEED, label: this.t('referrals.form.need-other') },
    ...SERVICE_NEEDS.map((code) => ({ code, label: this.language.localize(NEEDS[code].title) })),
  ]);
  /** Before a yes, for a bed or where the server asks, it is said why. */
  protected readonly asksBeforeYes = computed(
    () =>
      isBed(this.form.typed().need) ||
      this.form.typed().beforeYes !== '' ||
      this.form.problemOf('beforeYes') !== null,
  );
  private readonly isNeedKnown = computed(() => !this.form.typed().need?.startsWith(ASKED));
  protected readonly hours = computed(() => hourOptions(this.language, this.isNeedKnown()));
  protected readonly hoursHint = computed(() => hoursHint(this.language, this.time, this.heldUntil()));
  private readonly keepHours = proposeHours(
    this.form,
    computed(() =>
      this.isNeedKnown()
        ? hoursFor(this.askedNeed() ?? this.form.typed().need, this.heldUntil(), this.time.now())
        : BY_NEED,
    ),
  );
  protected readonly means = computed(() =>
    MEANS.map((code) => ({ code, label: this.t(`capacity.told.${code}`) })),
  );

  constructor() {
    // Its case is bound once it stands.
    queueMicrotask(() => void this.loadChoices());
    effect(() => {
      const id = this.preparedId();
      if (id !== undefined) untracked(() => void this.resumePrepared(id));
    });
  }

  private async resumePrepared(id: string): Promise<void> {
    const found = await this.keeping.resume(this.caseFileId(), id);
    if (!found) return;
    const { needId, request, how } = found.terms;
    if (found.terms.answerHours !== undefined) this.keepHours();
    this.form.type({
      ...resumedTerms(found.terms),
      ...(needId !== undefined && { need: ASKED + needId }),
      ...{ what: request ?? '', how: how ?? null },
    });
  }

  protected async keepPrepared(): Promise<void> {
    const [typed, serviceId] = [this.form.typed(), this.serviceId()];
    if (serviceId === undefined) return;
    const [request, how] = [typed.what.trim(), MEANS.find((it) => it === typed.how)];
    const needId = typed.need?.startsWith(ASKED) ? typed.need.slice(ASKED.length) : null;
    await this.keeping.keepTyped(
      this.caseFileId(),
      { serviceId },
      {
        ...preparedTerms(typed),
        ...(request && { request }),
        ...(how && { how }),
        ...(needId !== null && { needId }),
      },
    );
  }

  protected async recordTold(event: Event): Promise<void> {
    const body = this.typedBody();
    const done = await this.form.sendTyped(event, (sending) => body && this.sendBody(body, sending), {
      about: [this.caseFileId(), this.requestId(), this.serviceId()],
    });
    if (!done) return;
    this.keeping.forget();
    this.told.emit();
  }

  private sendBody(body: TellService, sending: Sending): Promise<Answered<void>> {
    const [requestId, serviceId] = [this.requestId(), this.serviceId()];
    if (serviceId === undefined)
      return this.client.recordTold(this.caseFileId(), requestId ?? '', body, sending);
    const { need: typed, beforeYes } = this.form.typed();
    const need = SERVICE_NEEDS.find((it) => it === typed);
    const prepared = this.keeping.seen();
    const referral: ReferToService = {
      ...{ ...body, serviceId },
      ...(need !== undefined && { need }),
      ...(typed?.startsWith(ASKED) && { needId: typed.slice(ASKED.length) }),
      ...(beforeYes.trim() !== '' && { beforeYes: beforeYes.trim() }),
      ...(prepared && { prepared }),
    };
    return this.referrals.tellService(this.caseFileId(), referral, sending);
  }

  private async loadChoices(): Promise<void> {
    const answer = await this.referrals.choices(this.caseFileId());
    if (answer.ok) this.choices.set(answer.value);
    else this.unread.set(answer.problem);
  }

  /** `null` while something is missing. */
  private typedBody(): TellService | null {
    const typed = this.form.typed();
    const [basis, childView] = [readBasis(typed), readView(typed)];
    const how = MEANS.find((it) => it === typed.how);
    const classes = (this.choices()?.classes ?? [])
      .map(({ fieldClass }) => fieldClass)
      .filter((it) => typed.classes.includes(it));
    if (!basis || !childView || !how || classes.length === 0) return null;
    return {
      what: typed.what.trim(),
      classes,
      how,
      ...{ childView, ...AROUND, ...readHours(typed.hours) },
      ...basis,
      ...readBeside(typed),
    };
  }
}
