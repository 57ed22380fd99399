import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type {
  OpenReferral,
  Problem,
  ReferableClass,
  ReferralChoices,
  ReferralPreview,
  Words,
} from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { NEEDS, SERVICE_NEEDS } from '@repere/directory';
import { NumberField } from '@repere/ui/amount';
import { ChoiceField, CodesField, SelectField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { openReferralLengths } from '@repere/contract/lengths';
import { SendingForm } from '../platform/form/sending-form';
import { checkField, limitLength, requireValue } from '../platform/form/mistake';
import { ActProblem } from '../platform/act-problem';
import { BasisFields } from '../privacy/case/basis-fields';
import { NO_BASIS, readBasis, requireBasis } from '../privacy/case/typed-basis';
import { ReferralSummary } from './referral-summary';
import { ReferralsClient } from './referrals-client';

const DAY = 86_400_000;
/** Until feedback is due, three months (CASF L226-5), and a fortnight. */
const MOST_DAYS = 107;
/** Within which an answer is asked for. */
const HOURS = [4, 24, 48, 168] as const;

/** Opens a part of the case to a partner. Nothing is carried that was not chosen; where a child hides is asked by itself. */
@Component({
  selector: 'app-referral-form',
  imports: [
    ActProblem,
    BasisFields,
    ChoiceField,
    CodesField,
    ErrorSummary,
    FormField,
    MatButton,
    NumberField,
    ReferralSummary,
    SelectField,
    TextField,
  ],
  templateUrl: './referral-form.html',
  styleUrl: '../cases/case-file/fold-form.scss',
  styles: `
    rp-text-field {
      inline-size: 100%;
    }
  `,
})
export class ReferralForm {
  private readonly client = inject(ReferralsClient);
  private readonly document = inject(DOCUMENT);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  /** A need that nobody meets yet, for which the next one is asked. */
  readonly needId = input<string>();
  /** The request of a service that said yes: one at a time is told who the child is. */
  readonly capacityRequestId = input<string>();
  /** The page was opened for this form. */
  readonly isAsked = input(false);
  /** Accounts among which one is chosen; none: all partners. */
  readonly onlyPartners = input<readonly string[]>([]);
  /** Until when, in words. */
  readonly opened = output<string>();

  protected readonly isOpen = computed(
    () => this.isAsked() || this.needId() !== undefined || this.capacityRequestId() !== undefined,
  );
  protected readonly choices = signal<ReferralChoices | null>(null);
  private readonly unread = signal<Problem | null>(null);
  /** Of the classes that are chosen now: what leaves is what stands here. */
  protected readonly preview = signal<ReferralPreview | null>(null);
  /** It was asked to send what nobody had looked at yet. */
  protected readonly isUnlooked = signal(false);
  protected readonly form = new SendingForm(
    {
      who: null as string | null,
      need: null as string | null,
      request: '',
      classes: [] as readonly string[],
      places: null as string | null,
      days: String(MOST_DAYS),
      hours: '48' as string | null,
      ...NO_BASIS,
    },
    (it) => {
      requireValue(it.who, 'referrals.form.who-missing');
      checkField(it.need, 'referrals.form.need-missing', (need) => this.asksNeed() && !need);
      requireValue(it.request, 'referrals.form.request-missing');
      limitLength(it.request, openReferralLengths.request);
      checkField(
        it.classes,
        'referrals.form.classes-missing',
        (classes, valueOf) => classes.length === 0 && valueOf(it.places) !== 'yes',
      );
      requireValue(it.places, 'referrals.form.places-missing');
      checkField(it.days, 'referrals.form.days-wrong', () => this.until() === null);
      requireBasis(it);
    },
    {
      idPrefix: 'referral-',
      ids: { whyChild: 'referral-why-child', whyParents: 'referral-why-parents' },
      serverNames: { who: 'accountId', days: 'until', bound: 'isBound', hours: 'answerHours' },
    },
  );
  protected readonly problem = computed(() => this.form.refusal() ?? this.unread());

  protected readonly partners = computed(() =>
    (this.choices()?.partners ?? [])
      .filter(({ id }) => !this.onlyPartners().length || this.onlyPartners().includes(id))
      .map(({ id, name, organisations }) => ({
        code: id,
        label: organisations.length ? `${name} – ${organisations.join(', ')}` : name,
      })),
  );
  /** For one of these, one service at a time is told who the child is. */
  protected readonly needs = computed(() => [
    { code: 'other', label: this.t('referrals.form.need-other') },
    ...SERVICE_NEEDS.map((code) => ({ code, label: this.language.localize(NEEDS[code].title) })),
  ]);
  protected readonly asksNeed = computed(
    () => this.needId() === undefined && this.capacityRequestId() === undefined,
  );
  protected readonly options = computed(() =>
    (this.choices()?.classes ?? [])
      .filter(({ fieldClass }) => fieldClass !== 'places')
      .map(({ fieldClass, title, now }) => ({
        code: fieldClass,
        label: this.language.localize(title),
        hint: this.now(now),
      })),
  );
  protected readonly placesNow = computed(() =>
    this.now(this.choices()?.classes.find(({ fieldClass }) => fieldClass === 'places')?.now ?? []),
  );
  protected readonly yesNo = computed(() => [
    { code: 'yes', label: this.t('privacy.yes') },
    { code: 'no', label: this.t('privacy.no') },
  ]);
  protected readonly hours = computed(() =>
    HOURS.map((it) => ({ code: String(it), label: this.t(`referrals.form.hours-${it}`) })),
  );
  /** What was chosen, in the order of the choices. */
  protected readonly carried = computed<readonly ReferableClass['fieldClass'][]>(
    () =>
      (this.choices()?.classes ?? [])
        .map(({ fieldClass }) => fieldClass)
        .filter((it) =>
          it === 'places' ? this.form.typed().places === 'yes' : this.form.typed().classes.includes(it),
        ),
    // What else is typed changes nothing of what leaves: the preview stays.
    { equal: (before, now) => before.join() === now.join() },
  );
  protected readonly partner = computed(
    () =>
      this.choices()?.partners.find(({ id }) => id === this.form.typed().who)?.name ??
      this.t('referrals.form.they'),
  );
  /** When it would end; `null` for days that are none. A minute less: the clocks of two machines differ. */
  protected readonly until = computed(() => {
    const days = Number(this.form.typed().days);
    const isOne = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
    return isOne ? new Date(this.time.now() + days * DAY - 60_000).toISOString() : null;
  });

  constructor() {
    afterNextRender(() => {
      if (this.isAsked()) this.document.getElementById('referral-open')?.focus();
    });
    effect(() => {
      const classes = this.carried();
      if (this.choices()) untracked(() => void this.loadPreview(classes));
    });
  }

  private async loadPreview(classes: readonly string[]): Promise<void> {
    this.preview.set(null);
    this.unread.set(null);
    if (classes.length === 0) return;
    const answer = await this.client.preview(this.caseFileId(), classes);
    // Another class may have been ticked meanwhile.
    if (this.carried().join() !== classes.join()) return;
    if (answer.ok) this.preview.set(answer.value);
    else this.unread.set(answer.problem);
  }

  protected async loadChoices(): Promise<void> {
    if (this.choices()) return;
    const answer = await this.client.choices(this.caseFileId());
    if (answer.ok) this.choices.set(answer.value);
    else this.unread.set(answer.problem);
  }

  /** Only what was looked at leaves: without a preview it is read first, and sent the next time. */
  protected async openReferral(event: Event): Promise<void> {
    const mark = this.preview()?.mark;
    const referral = mark === undefined ? null : this.referral(mark);
    this.isUnlooked.set(false);
    const done = await this.form.sendTyped(
      event,
      (sending) => referral && this.client.openReferral(this.caseFileId(), referral, sending),
      { about: [this.caseFileId(), referral?.until, mark] },
    );
    if (mark === undefined || this.form.refusal()) await this.loadPreview(this.carried());
    this.isUnlooked.set(mark === undefined && this.preview() !== null);
    if (!done || !referral) return;
    this.form.clear();
    this.opened.emit(this.time.moment(referral.until));
  }

  /** `null` while something is missing. */
  private referral(previewed: string): OpenReferral | null {
    const typed = this.form.typed();
    const [until, basis] = [this.until(), readBasis(typed)];
    if (!typed.who || !until || !basis) return null;
    const need = this.asksNeed() ? SERVICE_NEEDS.find((it) => it === typed.need) : undefined;
    const [needId, capacityRequestId] = [this.needId(), this.capacityRequestId()];
    return {
      ...{ accountId: typed.who, classes: this.carried(), until, request: typed.request.trim(), ...basis },
      answerHours: HOURS.find((it) => String(it) === typed.hours) ?? 48,
      ...(need !== undefined && { need }),
      previewed,
      ...(needId !== undefined && { needId }),
      ...(capacityRequestId !== undefined && { capacityRequestId }),
    };
  }

  private now(titles: readonly Words[]): string {
    if (titles.length === 0) return this.t('referrals.form.nothing-now');
    const said = [...new Set(titles.map((it) => this.language.localize(it)))];
    return this.t('referrals.form.now', { titles: said.join(', ') });
  }
}
