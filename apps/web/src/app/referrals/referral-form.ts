import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { FieldClass } from '@repere/access';
import type { Problem, Words } from '@repere/cases';
import type { OpenReferral, ReferralChoices } from '@repere/privacy';
import { Language, SpaceTime } from '@repere/ui';
import { NumberField } from '@repere/ui/amount';
import { ChoiceField, CodesField, SelectField } from '@repere/ui/choice';
import { ErrorSummary, type FieldProblem } from '@repere/ui/errors';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../platform/act-problem';
import { SendingKey } from '../platform/sending-key';
import { BasisFields } from '../privacy/case/basis-fields';
import { TypedBasis } from '../privacy/case/typed-basis';
import { ReferralSummary } from './referral-summary';
import { ReferralsClient } from './referrals-client';

const DAY = 86_400_000;

/** Opens a part of the case to a partner. Nothing is carried that was not chosen; where a child hides is asked by itself. */
@Component({
  selector: 'app-referral-form',
  imports: [
    ActProblem,
    BasisFields,
    ChoiceField,
    CodesField,
    ErrorSummary,
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
  private readonly time = inject(SpaceTime);
  private readonly keys = new SendingKey();
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  /** Until when, in words. */
  readonly opened = output<string>();

  protected readonly choices = signal<ReferralChoices | null>(null);
  protected readonly who = signal<string | null>(null);
  protected readonly request = signal('');
  protected readonly classes = signal<readonly string[]>([]);
  protected readonly places = signal<string | null>(null);
  protected readonly days = signal('30');
  protected readonly basis = new TypedBasis();
  protected readonly problems = signal<readonly FieldProblem[]>([]);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly partners = computed(() =>
    (this.choices()?.partners ?? []).map(({ id, name, organisations }) => ({
      code: id,
      label: organisations.length ? `${name} – ${organisations.join(', ')}` : name,
    })),
  );
  protected readonly options = computed(() =>
    (this.choices()?.classes ?? [])
      .filter(({ fieldClass }) => fieldClass !== 'places')
      .map(({ fieldClass, title, now }) => ({
        code: fieldClass,
        label: this.language.say(title),
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
  /** What was chosen, in the order of the choices. */
  protected readonly carried = computed<readonly FieldClass[]>(() =>
    (this.choices()?.classes ?? [])
      .map(({ fieldClass }) => fieldClass)
      .filter((it) => (it === 'places' ? this.places() === 'yes' : this.classes().includes(it))),
  );
  protected readonly partner = computed(
    () => this.choices()?.partners.find(({ id }) => id === this.who())?.name ?? this.t('referrals.form.they'),
  );
  /** When it would end; `null` for days that are none. A minute less: the clocks of two machines differ. */
  protected readonly until = computed(() => {
    const days = Number(this.days());
    const isOne = Number.isInteger(days) && days >= 1 && days <= 90;
    return isOne ? new Date(this.time.now() + days * DAY - 60_000).toISOString() : null;
  });

  protected problemOf(fieldId: string): string | null {
    return this.problems().find((it) => it.fieldId === fieldId)?.text ?? null;
  }

  protected async look(): Promise<void> {
    if (this.choices()) return;
    const answer = await this.client.choices(this.caseFileId());
    if (answer.ok) this.choices.set(answer.value);
    else this.problem.set(answer.problem);
  }

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    const referral = this.typed();
    if (!referral) return;
    const answer = await this.keys.send([this.caseFileId(), referral], (idempotencyKey) =>
      this.client.open(this.caseFileId(), referral, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.clear();
    this.opened.emit(this.time.moment(referral.until));
  }

  /** What was typed, or `null` with what is missing said. */
  private typed(): OpenReferral | null {
    const [accountId, request, until] = [this.who(), this.request().trim(), this.until()];
    const asked: readonly (readonly [string, string, unknown])[] = [
      ['who', 'referrals.form.who-missing', accountId],
      ['request', 'referrals.form.request-missing', request],
      ['classes', 'referrals.form.classes-missing', this.classes().length > 0 || this.places() === 'yes'],
      ['places', 'referrals.form.places-missing', this.places()],
      ['days', 'referrals.form.days-wrong', until],
    ];
    this.problems.set(
      [...asked.filter(([, , value]) => !value), ...this.basis.missing()].map(([field, word]) => ({
        fieldId: `referral-${field}`,
        text: this.t(word),
      })),
    );
    const basis = this.basis.read();
    if (!accountId || !until || !basis || this.problems().length > 0) return null;
    return { accountId, classes: this.carried(), until, request, ...basis };
  }

  private clear(): void {
    this.who.set(null);
    this.request.set('');
    this.classes.set([]);
    this.places.set(null);
    this.basis.clear();
  }

  private now(titles: readonly Words[]): string {
    if (titles.length === 0) return this.t('referrals.form.nothing-now');
    const said = [...new Set(titles.map((it) => this.language.say(it)))];
    return this.t('referrals.form.now', { titles: said.join(', ') });
  }
}
