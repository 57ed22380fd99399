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
import { RouterLink } from '@angular/router';
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
import { AROUND, AROUND_NAMES, NO_AROUND, NobodyAround, requireAround } from '../cases/around/nobody-around';
import { referralsPath, servicesPath } from '../cases/case-paths';
import { SendingForm } from '../platform/form/sending-form';
import { checkField, limitLength, requireValue } from '../platform/form/mistake';
import { ActProblem } from '../platform/act-problem';
import { BasisFields } from '../privacy/case/basis-fields';
import { NO_BASIS, readBasis, requireBasis } from '../privacy/case/typed-basis';
import { BesideAnother, NO_BESIDE, readBeside } from './terms/beside-another';
import { ChildViewFields, NO_VIEW, readView, requireView } from './terms/child-view-fields';
import { KeepReferral, ResumedNote } from './prepared/keep-referral';
import { Keeping } from './prepared/keeping';
import { isBed, OTHER_NEED, preparedTerms, resumedTerms } from './prepared/typed-terms';
import { LinesChoice } from './lines/lines-choice';
import { ReferralSummary } from './referral-summary';
import { typedTerms } from './terms/terms-view';
import { BY_NEED, hourOptions, hoursFor, hoursHint, proposeHours, readHours } from './answer-hours';
import { ReferralsClient } from './referrals-client';

const DAY = 86_400_000;
/** Until feedback is due, three months (CASF L226-5), and a fortnight. */
const MOST_DAYS = 107;

/** Opens a part of the case to a partner. Nothing is carried that was not chosen; where a child hides is asked by itself. */
@Component({
  selector: 'app-referral-form',
  imports: [
    ActProblem,
    BasisFields,
    BesideAnother,
    ChildViewFields,
    ChoiceField,
    CodesField,
    ErrorSummary,
    FormField,
    KeepReferral,
    LinesChoice,
    MatButton,
    NobodyAround,
    NumberField,
    ReferralSummary,
    ResumedNote,
    RouterLink,
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
  /** Of a service that said yes: which need it was asked for, and until when it holds the place. */
  readonly askedNeed = input<string | null>(null);
  readonly heldUntil = input<string | null>(null);
  /** A referral that was prepared, to go on from. */
  readonly preparedId = input<string>();
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
  protected readonly keeping = new Keeping();
  protected readonly forNeed = computed(() => this.needId() ?? this.keeping.resumed()?.terms.needId);
  /** Of the classes that are chosen now: what leaves is what stands here. */
  protected readonly preview = signal<ReferralPreview | null>(null);
  /** Lines of it that were not there when it was read before: they leave once somebody ticks them. */
  protected readonly fresh = signal<readonly string[]>([]);
  /** It was asked to send what nobody had looked at yet. */
  protected readonly isUnlooked = signal(false);
  protected readonly form = new SendingForm(
    {
      who: null as string | null,
      need: null as string | null,
      beforeYes: '',
      ...NO_BESIDE,
      request: '',
      classes: [] as readonly string[],
      /** Ids of lines that were taken out of what leaves. */
      leftOut: [] as readonly string[],
      places: null as string | null,
      days: String(MOST_DAYS),
      hours: null as string | null,
      ...NO_BASIS,
      ...NO_VIEW,
      ...NO_AROUND,
    },
    (it) => {
      requireValue(it.who, 'referrals.form.who-missing');
      checkField(it.need, 'referrals.form.need-missing', (need) => this.asksNeed() && !need);
      checkField(
        it.beforeYes,
        'referrals.form.before-yes-missing',
        (why, valueOf) => this.asksNeed() && isBed(valueOf(it.need)) && why.trim() === '',
      );
      limitLength(it.beforeYes, openReferralLengths.beforeYes);
      limitLength(it.besideAnother, openReferralLengths.besideAnother);
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
      requireView(it);
      requireAround(it);
    },
    {
      idPrefix: 'referral-',
      ids: { whyChild: 'referral-why-child', whyParents: 'referral-why-parents' },
      serverNames: {
        who: 'accountId',
        days: 'until',
        bound: 'isBound',
        hours: 'answerHours',
        view: 'childView',
        ...AROUND_NAMES,
      },
    },
  );
  protected readonly problem = computed(() => this.form.refusal() ?? this.unread());
  private readonly keepHours = proposeHours(
    this.form,
    computed(() =>
      this.forNeed() === undefined
        ? hoursFor(this.askedNeed() ?? this.form.typed().need, this.heldUntil(), this.time.now())
        : BY_NEED,
    ),
  );

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
    { code: OTHER_NEED, label: this.t('referrals.form.need-other') },
    ...SERVICE_NEEDS.map((code) => ({ code, label: this.language.localize(NEEDS[code].title) })),
  ]);
  protected readonly asksNeed = computed(
    () => this.forNeed() === undefined && this.capacityRequestId() === undefined,
  );
  /** Who the child is goes to a service after its yes: before, for a bed or where the server asks, it is said why. */
  protected readonly asksBeforeYes = computed(
    () =>
      (this.asksNeed() && isBed(this.form.typed().need)) ||
      this.form.typed().beforeYes !== '' ||
      this.form.problemOf('beforeYes') !== null,
  );
  protected readonly services = computed(() => servicesPath(this.caseFileId()));
  protected readonly sent = computed(() => referralsPath(this.caseFileId()));
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
  private readonly isNeedKnown = computed(() => this.forNeed() === undefined);
  protected readonly hours = computed(() => hourOptions(this.language, this.isNeedKnown()));
  protected readonly hoursHint = computed(() => hoursHint(this.language, this.time, this.heldUntil()));
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
  /** As they will read it. */
  protected readonly terms = computed(() => {
    const basis = readBasis(this.form.typed());
    return basis && typedTerms(basis);
  });
  protected readonly view = computed(() => readView(this.form.typed()));
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
    effect(() => {
      const id = this.preparedId();
      if (id !== undefined) untracked(() => void this.resumePrepared(id));
    });
  }

  private async loadPreview(classes: readonly string[], looked?: ReferralPreview): Promise<void> {
    this.preview.set(null);
    this.fresh.set([]);
    this.unread.set(null);
    if (classes.length === 0) return;
    const answer = await this.client.preview(this.caseFileId(), classes);
    // Another class may have been ticked meanwhile.
    if (this.carried().join() !== classes.join()) return;
    if (!answer.ok) return this.unread.set(answer.problem);
    const known = looked && new Set(looked.lines.map(({ id }) => id));
    const fresh = answer.value.lines.map(({ id }) => id).filter((id) => known && !known.has(id));
    this.form.type({ leftOut: [...this.form.typed().leftOut, ...fresh] });
    this.fresh.set(fresh);
    this.preview.set(answer.value);
  }

  protected async loadChoices(): Promise<void> {
    if (this.choices()) return;
    const answer = await this.client.choices(this.caseFileId());
    if (answer.ok) this.choices.set(answer.value);
    else this.unread.set(answer.problem);
  }

  /** The form as it was left, before whom it can not go to any more; what leaves is read anew. */
  private async resumePrepared(id: string): Promise<void> {
    const found = await this.keeping.resume(this.caseFileId(), id);
    if (!found) return;
    const { prepared, terms } = found;
    const { classes, ...typed } = resumedTerms(terms);
    if (terms.answerHours !== undefined) this.keepHours();
    const places = classes.includes('places') ? 'yes' : terms.showsPlaces === false ? 'no' : null;
    this.form.type({
      ...{ ...typed, places, who: prepared.bar === null ? prepared.accountId : null },
      ...{ classes: classes.filter((it) => it !== 'places'), request: terms.request ?? '' },
      ...{ days: String(terms.days ?? MOST_DAYS), leftOut: terms.leftOut ?? [] },
    });
  }

  protected async keepPrepared(): Promise<void> {
    const typed = this.form.typed();
    this.keeping.isForNobody.set(!typed.who);
    if (!typed.who) return;
    const [request, days, needId] = [typed.request.trim(), Number(typed.days), this.forNeed()];
    await this.keeping.keepTyped(
      this.caseFileId(),
      { accountId: typed.who },
      {
        ...{ ...preparedTerms({ ...typed, classes: this.carried() }) },
        ...(request && { request }),
        ...(this.until() !== null && { days }),
        ...(needId !== undefined && { needId }),
        ...(typed.places !== null && { showsPlaces: typed.places === 'yes' }),
        ...(typed.leftOut.length > 0 && { leftOut: typed.leftOut }),
      },
    );
  }

  /** Only what was looked at leaves: without a preview it is read first, and sent the next time. */
  protected async openReferral(event: Event): Promise<void> {
    const looked = this.preview() ?? undefined;
    const mark = looked?.mark;
    const referral = looked ? this.referral(looked) : null;
    this.isUnlooked.set(false);
    const done = await this.form.sendTyped(
      event,
      (sending) => referral && this.client.openReferral(this.caseFileId(), referral, sending),
      { about: [this.caseFileId(), referral?.until, mark] },
    );
    if (mark === undefined || this.form.refusal()) await this.loadPreview(this.carried(), looked);
    this.isUnlooked.set(mark === undefined && this.preview() !== null);
    if (!done || !referral) return;
    this.form.clear();
    this.keeping.forget();
    this.opened.emit(this.time.moment(referral.until));
  }

  /** `null` while something is missing. */
  private referral({ mark, lines }: ReferralPreview): OpenReferral | null {
    const typed = this.form.typed();
    const [until, basis, childView] = [this.until(), readBasis(typed), readView(typed)];
    if (!typed.who || !until || !basis || !childView) return null;
    const need = this.asksNeed() ? SERVICE_NEEDS.find((it) => it === typed.need) : undefined;
    const [needId, capacityRequestId] = [this.forNeed(), this.capacityRequestId()];
    const prepared = this.keeping.seen();
    // Of what stands there: what was taken out of another class, or has changed, is no line of it.
    const leftOut = lines.map(({ id }) => id).filter((id) => typed.leftOut.includes(id));
    return {
      ...{ accountId: typed.who, classes: this.carried(), until, request: typed.request.trim(), ...basis },
      ...{ childView, ...AROUND, ...readHours(typed.hours) },
      ...(need !== undefined && { need }),
      ...(typed.beforeYes.trim() !== '' && { beforeYes: typed.beforeYes.trim() }),
      ...readBeside(typed),
      previewed: mark,
      ...(leftOut.length > 0 && { leftOut }),
      ...(needId !== undefined && { needId }),
      ...(capacityRequestId !== undefined && { capacityRequestId }),
      ...(prepared && { prepared }),
    };
  }

  private now(titles: readonly Words[]): string {
    if (titles.length === 0) return this.t('referrals.form.nothing-now');
    const said = [...new Set(titles.map((it) => this.language.localize(it)))];
    return this.t('referrals.form.now', { titles: said.join(', ') });
  }
}
