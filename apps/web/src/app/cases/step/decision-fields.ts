import { Component, computed, inject } from '@angular/core';
import { ChoiceField, CodesField, Language, LongText } from '@repere/ui';
import { FormProblems } from './form-problems';
import { StepSession } from './step-session';
import { typedField } from './typed-step';

/** What a decision stands on: reasons from the closed list of what is decided, best interests, the child's view. */
@Component({
  selector: 'app-decision-fields',
  imports: [ChoiceField, CodesField, LongText],
  templateUrl: './decision-fields.html',
  styles: `
    :host {
      display: grid;
      gap: 1.75rem;
    }
    .view {
      display: grid;
      gap: 0.5rem;
    }
  `,
})
export class DecisionFields {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly session = inject(StepSession);
  protected readonly problems = inject(FormProblems);

  protected readonly asks = computed(() => this.session.page()?.asks);
  protected readonly typed = this.session.typed;
  /** Reasons for the value that is chosen now. */
  protected readonly reasons = computed(() => {
    const asks = this.asks();
    const decided = asks?.decides ? typedField(this.typed(), asks.decides) : null;
    const code =
      decided?.code ?? (decided?.yesNo === 'yes' || decided?.yesNo === 'no' ? decided.yesNo : null);
    return (code ? (asks?.reasons[code] ?? []) : []).map(({ code, label }) => ({
      code,
      label: this.language.say(label),
    }));
  });
  protected readonly chosen = computed(() =>
    this.typed().reasons.filter((code) => this.reasons().some((option) => option.code === code)),
  );
  protected readonly viewKinds = computed(() =>
    (['said', 'whyNot'] as const).map((code) => ({ code, label: this.t(`step.child-view.${code}`) })),
  );

  protected chooseKind(code: string | null): void {
    const kind = code === 'said' || code === 'whyNot' ? code : null;
    this.session.change({ childView: { ...this.typed().childView, kind } });
  }

  protected tell(text: string): void {
    this.session.change({ childView: { ...this.typed().childView, text } });
  }
}
