import { Component, computed, effect, inject, input, model, signal } from '@angular/core';
import {
  PASSWORD_MAX,
  PASSWORD_MIN,
  PASSWORD_MIN_SCORE,
  passwordFaults,
  passwordLength,
  type PasswordFault,
  type PasswordOwner,
} from '@repere/cases';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { Strength, type Estimate } from './strength';

const PAUSE_MS = 350;

/** A new password, and how strong it is, in words that a screen reader says and a bar beside them. */
@Component({
  selector: 'app-new-password-field',
  imports: [TextField],
  templateUrl: './new-password-field.html',
  styleUrl: './new-password-field.scss',
})
export class NewPasswordField {
  private readonly language = inject(Language);
  private readonly strength = inject(Strength);
  protected readonly t = this.language.t;

  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly owner = input.required<PasswordOwner>();
  readonly problem = input<string | null>(null);
  readonly value = model('');

  protected readonly isShown = signal(false);
  private readonly estimate = signal<(Estimate & { readonly of: string }) | null>(null);
  /** The dictionaries did not come. */
  private readonly isOffline = signal(false);
  private turn = 0;

  protected readonly hint = computed(() => this.t('accounts.password.hint', { min: PASSWORD_MIN }));
  /** Bars that are filled, 0 to 4; `null` while nothing can be said. */
  protected readonly level = computed(() => {
    const estimate = this.estimate();
    if (!this.value()) return null;
    if (this.fault()) return 0;
    return estimate?.of === this.value() ? estimate.score : null;
  });
  protected readonly words = computed(() => {
    const fault = this.fault();
    const level = this.level();
    if (!this.value()) return '';
    if (fault === 'too-short')
      return this.language.count('accounts.password.missing', PASSWORD_MIN - passwordLength(this.value()));
    if (fault) return this.t(`accounts.password.fault.${fault}`);
    if (level === null) return this.isOffline() ? '' : this.t('accounts.password.wait');
    const advice =
      level < PASSWORD_MIN_SCORE ? this.language.localize(this.estimate()?.advice ?? NO_ADVICE) : '';
    return [this.t(`accounts.password.level.${level}`), advice].filter(Boolean).join(' ');
  });
  protected readonly fault = computed<PasswordFault | null>(
    () => passwordFaults(this.value(), this.owner())[0] ?? null,
  );
  protected readonly bars = [1, 2, 3, 4];

  constructor() {
    // Once typing rests: estimating takes a moment, and nobody wants to hear each letter.
    effect((onCleanup) => {
      const [typed, owner] = [this.value(), this.owner()];
      if (passwordLength(typed) < PASSWORD_MIN || passwordLength(typed) > PASSWORD_MAX) return;
      const resting = setTimeout(() => void this.judge(typed, owner), PAUSE_MS);
      onCleanup(() => clearTimeout(resting));
    });
  }

  /** The words of what is wrong, `null` when nothing is: before a form is sent. */
  async check(): Promise<string | null> {
    const fault = this.fault();
    if (!this.value()) return this.t('accounts.password.none');
    if (fault) return this.t(`accounts.password.fault.${fault}`, { min: PASSWORD_MIN, max: PASSWORD_MAX });
    await this.judge(this.value(), this.owner());
    const level = this.level();
    return level !== null && level < PASSWORD_MIN_SCORE ? this.t('accounts.password.fault.too-easy') : null;
  }

  protected toggle(event: Event): void {
    this.isShown.set((event.target as HTMLInputElement).checked);
  }

  private async judge(typed: string, owner: PasswordOwner): Promise<void> {
    const turn = ++this.turn;
    const estimate = await this.strength.estimate(typed, owner).catch(() => null);
    // What was typed later counts. Without dictionaries the server alone judges.
    if (turn !== this.turn) return;
    this.isOffline.set(estimate === null);
    if (estimate) this.estimate.set({ ...estimate, of: typed });
  }
}

const NO_ADVICE = { fr: '', en: '' };
