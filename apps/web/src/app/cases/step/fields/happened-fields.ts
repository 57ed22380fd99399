import { Component, computed, inject, linkedSignal } from '@angular/core';
import { Language } from '@repere/ui';
import { Session } from '../../../access/session';
import { FormProblems } from '../form-problems';
import { mayBeOwnAct } from '../own-roles';
import { StepSession } from '../step-session';
import { WhenFields } from './when-fields';
import { WhoFields } from './who-fields';

/** When the step was done, and by whom: one line for now and oneself, which it nearly always is; the questions behind it. */
@Component({
  selector: 'app-happened-fields',
  imports: [WhenFields, WhoFields],
  template: `
    @if (isShort()) {
      <p class="short" id="who" tabindex="-1">
        <span>{{ t(asks() ? 'step.happened.now-you' : 'step.happened.now') }}</span>
        <button
          id="happened"
          type="button"
          class="rp-link"
          [attr.aria-label]="t('step.happened.change-what')"
          (click)="changeMoment()"
        >
          {{ t('step.happened.change') }}
        </button>
      </p>
    } @else {
      <app-when-fields
        [when]="session.typed()"
        [problem]="problems.problemOf('day')"
        (changed)="session.changeTyped($event)"
      />
      @if (asks()) {
        <app-who-fields />
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: inherit;
    }
    .short {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      align-items: baseline;
      margin: 0;
    }
  `,
})
export class HappenedFields {
  private readonly access = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly session = inject(StepSession);
  protected readonly problems = inject(FormProblems);

  private readonly participants = computed(() => this.session.page()?.asks.participants ?? []);
  /** Whether the step asks who did it. */
  protected readonly asks = computed(() => this.participants().length > 0);
  private readonly isUsual = computed(() => {
    const { happened, who } = this.session.typed();
    const mayBeOwn = !this.asks() || mayBeOwnAct(this.participants(), this.access.account()?.roles);
    const isFaulty = this.problems.problemOf('day') !== null || this.problems.problemOf('who') !== null;
    return happened === 'now' && who.length === 0 && mayBeOwn && !isFaulty;
  });
  /** Once the questions are there they stay, whatever is answered. */
  protected readonly isShort = linkedSignal<boolean, boolean>({
    source: this.isUsual,
    computation: (isUsual, before) => isUsual && before?.value !== false,
  });

  protected changeMoment(): void {
    this.isShort.set(false);
    setTimeout(() => document.querySelector<HTMLElement>('app-when-fields input')?.focus());
  }
}
