import { Component, computed, inject, input, output } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { ANSWER_WORDS, codesOf, type FactDefinition, type FactValue, typeOf } from '@repere/protocol';
import { Language } from '@repere/ui';
import { writeThrough } from '../../../platform/form/write-through';

const NONE = ['unknown', 'refused'] as const;

/** One question of a made-up case: a list where there are words to choose, a line otherwise. Empty: not said. */
@Component({
  selector: 'app-try-field',
  imports: [FormField],
  template: `
    @if (items(); as items) {
      <fieldset>
        <legend class="rp-label">{{ title() }}</legend>
        @for (item of items; track item.id) {
          <label [for]="fieldId() + item.id">{{ item.label }}</label>
          @if (itemForm[$index]; as line) {
            <select class="rp-input" [id]="fieldId() + item.id" [formField]="line">
              <option value="">{{ t('editing.try.not-said') }}</option>
              @for (code of ITEM_ANSWERS; track code) {
                <option [value]="code">{{ answerWords(code) }}</option>
              }
            </select>
          }
        }
      </fieldset>
    } @else {
      <label class="rp-label" [for]="fieldId()">{{ title() }}</label>
      @if (options(); as options) {
        <select class="rp-input" [id]="fieldId()" [formField]="form">
          <option value="">{{ t('editing.try.not-said') }}</option>
          @for (option of options; track option.code) {
            <option [value]="option.code">{{ option.label }}</option>
          }
        </select>
      } @else {
        <input
          class="rp-input"
          [id]="fieldId()"
          autocomplete="off"
          [placeholder]="placeholder()"
          [formField]="form"
        />
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    fieldset {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.3rem 1rem;
      align-items: center;
      margin: 0;
      padding: 0;
      border: 0;
    }
    fieldset select {
      min-block-size: 40px;
    }
  `,
})
export class TryField {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly ITEM_ANSWERS = ['yes', 'no', 'unknown', 'refused'] as const;

  readonly fact = input.required<FactDefinition>();
  readonly fieldId = input.required<string>();
  readonly isRequired = input(false);
  readonly value = input<FactValue | null>(null);
  readonly valueChange = output<FactValue | null>();

  protected readonly title = computed(() => {
    const title = this.language.localize(this.fact().title);
    return this.isRequired() ? title : this.t('editing.try.optional', { title });
  });
  protected readonly items = computed(() =>
    typeOf(this.fact()).writtenAs === 'items'
      ? (this.fact().items ?? []).map(({ id, label }) => ({ id, label: this.language.localize(label) }))
      : null,
  );
  protected readonly options = computed(() => {
    const fact = this.fact();
    if (typeOf(fact).writtenAs !== 'options') return null;
    const labels = new Map(fact.values?.map(({ code, label }) => [code, this.language.localize(label)]));
    return [
      ...codesOf(fact).map((code) => ({
        code,
        label: labels.get(code) ?? (code === 'yes' || code === 'no' ? this.answerWords(code) : code),
      })),
      ...NONE.map((code) => ({ code: `?${code}`, label: this.answerWords(code) })),
    ];
  });
  protected readonly placeholder = computed(() => {
    const fact = this.fact();
    const { writtenAs } = typeOf(fact);
    return writtenAs === 'form' || writtenAs === 'figure' ? this.t(`editing.try.form.${fact.type}`) : '';
  });
  private readonly written = computed(() => {
    const value = this.value();
    if (value === null) return '';
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    if (Array.isArray(value)) return String(value[0] ?? '');
    return 'answer' in value && typeof value.answer === 'string' ? `?${value.answer}` : '';
  });

  protected readonly form = form(writeThrough(this.written, (text) => this.setAnswer(text)));
  /** A line an item of a checklist. */
  protected readonly itemForm = form(
    writeThrough(
      () => (this.items() ?? []).map(({ id }) => this.itemValue(id)),
      (codes) => this.setItems(codes),
    ),
  );

  private itemValue(id: string): string {
    const value = this.value();
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
    const said: unknown = (value as Readonly<Record<string, unknown>>)[id];
    if (typeof said === 'string') return said;
    return typeof said === 'object' && said !== null && 'answer' in said ? String(said.answer) : '';
  }

  protected answerWords(answer: keyof typeof ANSWER_WORDS): string {
    return this.language.localize(ANSWER_WORDS[answer]);
  }

  private setAnswer(text: string): void {
    const fact = this.fact();
    if (text.trim() === '') this.valueChange.emit(null);
    else if (text === '?unknown' || text === '?refused')
      this.valueChange.emit({ answer: text === '?unknown' ? 'unknown' : 'refused' });
    else if (typeOf(fact).writtenAs === 'figure') this.valueChange.emit(Number(text.replace(',', '.')));
    else this.valueChange.emit(fact.multiple ? [text] : text.trim());
  }

  private setItems(codes: readonly string[]): void {
    const said = (this.items() ?? []).flatMap(({ id }, place) => {
      const code = codes[place] ?? '';
      return code === '' ? [] : [[id, code === 'yes' || code === 'no' ? code : { answer: code }] as const];
    });
    this.valueChange.emit(said.length > 0 ? (Object.fromEntries(said) as FactValue) : null);
  }
}
