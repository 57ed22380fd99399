import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { TriableFact } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { limitLength } from '../../platform/form/mistake';
import { formatValue } from '../step/fields/format-value';
import { knownValue } from '../step/typed-step';
import { factKey, findFacts } from './find-facts';

/** As many stay in sight; typing leaves fewer. */
const MOST = 8;

/** One of many facts, found by its words; each with what is known of it now. */
@Component({
  selector: 'app-fact-picker',
  imports: [FormField, TextField],
  template: `
    <rp-text-field
      fieldId="fact-search"
      [label]="label()"
      [hint]="t('case.fact.search-hint')"
      [formField]="search"
    />
    <p class="rp-quiet" role="status">{{ tally() }}</p>
    <ul class="rp-list">
      @for (line of lines(); track line.key) {
        <li>
          @if (line.isRedacted) {
            <p class="fact" [id]="'fact-' + line.key">
              <span class="title">{{ line.title }}</span>
              <span class="now">{{ line.now }}</span>
            </p>
          } @else {
            <button type="button" class="fact" [id]="'fact-' + line.key" (click)="chosen.emit(line.fact)">
              <span class="title">{{ line.title }}</span>
              <span class="now">{{ line.now }}</span>
            </button>
          }
        </li>
      }
    </ul>
    @if (found().length > lines().length) {
      <p>
        <button type="button" class="rp-link" (click)="isWhole.set(true)">
          {{ language.count('case.fact.more', found().length - lines().length) }}
        </button>
      </p>
    }
  `,
  styleUrl: './fact-picker.scss',
})
export class FactPicker {
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly facts = input.required<readonly TriableFact[]>();
  readonly label = input.required<string>();
  readonly chosen = output<TriableFact>();

  private readonly typed = signal('');
  protected readonly search = form(this.typed, (typed) => limitLength(typed, 100));
  protected readonly isWhole = signal(false);
  protected readonly found = computed(() =>
    findFacts(this.facts(), this.typed(), ({ field, run }) => [
      this.language.localize(field.title),
      ...(field.items ?? []).map(({ label }) => this.language.localize(label)),
      run ? this.language.localize(run.title) : '',
    ]),
  );
  protected readonly lines = computed(() =>
    this.found()
      .slice(0, this.isWhole() ? undefined : MOST)
      .map((fact) => ({
        fact,
        key: factKey(fact),
        isRedacted: isHidden(fact),
        title: this.language.localize(fact.field.title),
        now: this.aboutFact(fact),
      })),
  );
  protected readonly tally = computed(() => this.language.count('case.fact.found', this.found().length));

  private aboutFact(fact: TriableFact): string {
    const { field, run } = fact;
    const known = knownValue(field);
    const now = isHidden(fact)
      ? this.t('case.redacted')
      : known === null
        ? this.t('case.fact.not-known')
        : this.t('case.fact.now', { value: formatValue(field, known, this.language).replace(/\n/g, ' · ') });
    return run ? `${this.language.localize(run.title)} · ${now}` : now;
  }
}

/** Nobody tries an answer to what they may not see: what would change then would tell it. */
const isHidden = ({ field: { current } }: TriableFact): boolean =>
  current !== undefined && isRedacted(current);
