import { Component, computed, inject, input, model } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ReferableClass, SentLine } from '@repere/contract';
import { Language } from '@repere/ui';
import { SentLineView } from './sent-line';

/** Exactly what leaves, line by line: all that was looked at is proposed, each can be taken out. */
@Component({
  selector: 'app-lines-choice',
  imports: [MatButton, SentLineView],
  template: `
    @for (part of parts(); track part.fieldClass) {
      <fieldset>
        <legend>{{ part.title }}</legend>
        @for (line of part.lines; track line.id) {
          <label>
            <input type="checkbox" [checked]="!isLeftOut(line)" (change)="toggle([line], !isLeftOut(line))" />
            <span>
              <app-sent-line [line]="line" />
              @if (fresh().includes(line.id)) {
                <span class="rp-hint">{{ t('referrals.lines.fresh') }}</span>
              }
            </span>
          </label>
        }
        @if (part.lines.length > 1) {
          <button
            matButton
            type="button"
            [attr.aria-label]="
              t(part.isAllOut ? 'referrals.lines.all' : 'referrals.lines.none') + ' – ' + part.title
            "
            (click)="toggle(part.lines, !part.isAllOut)"
          >
            {{ t(part.isAllOut ? 'referrals.lines.all' : 'referrals.lines.none') }}
          </button>
        }
      </fieldset>
    } @empty {
      <p>{{ t('referrals.summary.nothing') }}</p>
    }
    <p role="status">{{ told() }}</p>
  `,
  styles: `
    fieldset {
      min-inline-size: 0;
      margin: 0 0 0.5rem;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 600;
    }
    label {
      display: flex;
      gap: 0.6rem;
      align-items: flex-start;
      min-block-size: 44px;
      padding-block: 0.6rem;
    }
    input {
      flex: none;
      inline-size: 1.25rem;
      block-size: 1.25rem;
      accent-color: var(--rp-primary);
      margin-block: 0.1rem;
    }
    p {
      margin-block: 0.25rem;
    }
  `,
})
export class LinesChoice {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly lines = input.required<readonly SentLine[]>();
  readonly classes = input.required<readonly ReferableClass[]>();
  /** What appeared since it was looked at: nobody chose it yet. */
  readonly fresh = input<readonly string[]>([]);
  /** Ids of the lines that stay here. */
  readonly value = model<readonly string[]>([]);

  protected readonly parts = computed(() =>
    this.classes().flatMap(({ fieldClass, title }) => {
      const lines = this.lines().filter((it) => it.fieldClass === fieldClass);
      const isAllOut = lines.every((it) => this.isLeftOut(it));
      return lines.length === 0
        ? []
        : [{ fieldClass, title: this.language.localize(title), lines, isAllOut }];
    }),
  );
  protected readonly told = computed(() => {
    const out = this.lines().filter((it) => this.isLeftOut(it)).length;
    return out === 0 ? '' : this.language.count('referrals.lines.out', out);
  });

  protected isLeftOut({ id }: SentLine): boolean {
    return this.value().includes(id);
  }

  protected toggle(lines: readonly SentLine[], isOut: boolean): void {
    const ids = lines.map(({ id }) => id);
    const others = this.value().filter((it) => !ids.includes(it));
    this.value.set(isOut ? [...others, ...ids] : others);
  }
}
