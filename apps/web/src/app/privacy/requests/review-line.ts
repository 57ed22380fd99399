import { Component, computed, inject, input, output } from '@angular/core';
import type { AccessLine, AccessVerdict } from '@repere/contract';
import type { RedactionReason } from '@repere/privacy';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField, type Option } from '@repere/ui/choice';

const KEEP = 'keep';
const REDACT = 'withhold';

/** One line of what leaves, or does not: its words, what a machine thinks of it, and the verdict of a person. */
@Component({
  selector: 'app-review-line',
  imports: [ChoiceField, SelectField],
  template: `
    <p>
      <span class="rp-quiet">{{ say(line().label) }}</span><br />
      {{ say(line().text) }}
    </p>
    @if (line().kind !== 'own') {
      <p class="rp-quiet">{{ t('privacy.request.kind.' + line().kind) }}</p>
    }
    @if (mayJudge()) {
      <rp-choice-field
        layout="row"
        [fieldId]="'line-' + line().id"
        [label]="t('privacy.request.verdict', { label: say(line().label) })"
        [options]="options()"
        [value]="chosen()"
        (valueChange)="judge($event, verdict()?.reason ?? null)"
      />
      @if (chosen() === 'withhold') {
        <rp-select-field
          [fieldId]="'reason-' + line().id"
          [label]="t('privacy.request.why')"
          [options]="reasons()"
          [value]="verdict()?.reason ?? null"
          (valueChange)="judge('withhold', $event)"
        />
      }
    } @else if (verdict(); as verdict) {
      <p>
        <strong>{{ t('privacy.request.' + (verdict.keep ? 'leaves' : 'stays')) }}</strong>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      padding-block: 0.9rem 1.1rem;
      border-block-start: 1px solid var(--rp-line);
    }
    p {
      margin-block-end: 0.5rem;
    }
    rp-select-field {
      display: block;
      margin-block-start: 0.5rem;
    }
  `,
})
export class ReviewLine {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly line = input.required<AccessLine>();
  readonly verdict = input.required<AccessVerdict | null>();
  readonly reasons = input.required<readonly Option[]>();
  readonly mayJudge = input.required<boolean>();
  readonly judged = output<AccessVerdict>();

  protected readonly options = computed(() => [
    { code: KEEP, label: this.t('privacy.request.leaves') },
    { code: REDACT, label: this.t('privacy.request.stays') },
  ]);
  protected readonly chosen = computed(() => {
    const verdict = this.verdict();
    if (!verdict) return null;
    return verdict.keep ? KEEP : REDACT;
  });

  /** Whatever stays needs its reason: others’ data until another is chosen. */
  protected judge(chosen: string | null, reason: string | null): void {
    const { id } = this.line();
    if (chosen === KEEP) this.judged.emit({ id, keep: true });
    else if (chosen === REDACT)
      this.judged.emit({ id, keep: false, reason: (reason ?? 'others') as RedactionReason });
  }
}
