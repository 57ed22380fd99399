import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { Problem as Refusal } from '@repere/contract';
import {
  changeWords,
  type EditableReasons,
  type EditableSubject,
  type EditedTexts,
  reasonListNames,
  reasonsIn,
  removeReasonList,
  typeOf,
  writeReasonList,
} from '@repere/protocol';
import { Language } from '@repere/ui';
import { type Option, SelectField } from '@repere/ui/choice';
import { ActProblem } from '../../../platform/act-problem';
import { writeThrough } from '../../../platform/form/write-through';
import { DraftChecker } from '../checking/draft-checker';
import { FormChanges, PROTOCOL } from './form-changes';
import { refusedBy } from './refused-by';

/**
 * Which list of reasons a decision takes, and what stands in it. A list of all protocols is changed once the protocol writes it
 * itself: then it is a list like that of a question.
 */
@Component({
  selector: 'app-reasons-choice',
  imports: [ActProblem, FormField, SelectField],
  template: `
    <rp-select-field
      [fieldId]="'reasons-' + (reasons().value ?? 'waiver')"
      [label]="label()"
      [options]="lists()"
      [formField]="list"
    />
    <app-act-problem [problem]="refused()" />
    @if (words().length) {
      <details>
        <summary>{{ t('editing.forms.reasons.shown', { n: words().length }) }}</summary>
        <p class="rp-quiet">
          {{ t(reasons().isOwn ? 'editing.forms.reasons.own' : 'editing.forms.reasons.shared') }}
        </p>
        <ul>
          @for (reason of words(); track reason.code) {
            <li>
              {{ reason.label }} <code>{{ reason.code }}</code>
            </li>
          }
        </ul>
        <p class="acts">
          @if (reasons().isOwn) {
            <button type="button" class="rp-link" (click)="opens.emit(reasons().list)">
              {{ t('editing.forms.reasons.change') }}
            </button>
            @if (isShared()) {
              <button type="button" class="rp-link" (click)="takeSharedList()">
                {{ t('editing.forms.reasons.give-back') }}
              </button>
            }
          } @else {
            <button type="button" class="rp-link" (click)="writeOwnList()">
              {{ t('editing.forms.reasons.write') }}
            </button>
          }
        </p>
      </details>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      margin: 0;
      padding-inline-start: 1.2rem;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      margin: 0.5rem 0 0;
    }
    code {
      color: var(--rp-ink-soft);
      font-size: 0.85rem;
    }
  `,
})
export class ReasonsChoice {
  private readonly language = inject(Language);
  private readonly checker = inject(DraftChecker);
  private readonly changes = inject(FormChanges);
  protected readonly t = this.language.t;

  readonly step = input.required<EditableSubject>();
  readonly reasons = input.required<EditableReasons>();
  /** A list of its own is to be changed. */
  readonly opens = output<string>();

  protected readonly refused = signal<Refusal | null>(null);
  protected readonly list = form(
    writeThrough<string | null>(
      () => this.reasons().list,
      (list) => void this.chooseList(list ?? ''),
    ),
  );
  private readonly shared = computed(() => ({ reasons: this.checker.beside()?.shared.reasons ?? {} }));
  protected readonly isShared = computed(() => Object.hasOwn(this.shared().reasons, this.reasons().list));
  protected readonly lists = computed<readonly Option[]>(() => {
    const { list } = this.reasons();
    const codes = reasonListNames(this.checker.lastDocument() ?? {}, this.shared());
    return (codes.includes(list) ? codes : [list, ...codes]).map((code) => ({ code, label: code }));
  });
  protected readonly words = computed(() =>
    Object.entries(this.reasonsOf(this.reasons().list)).map(([code, label]) => ({
      code,
      label: this.language.localize(label),
    })),
  );
  protected readonly label = computed(() => {
    const { value } = this.reasons();
    return value === null
      ? this.t('editing.forms.reasons.waiver')
      : this.t('editing.forms.reasons.for', { value: this.labelOf(value) });
  });

  /** The words of the value that is decided. */
  private labelOf(value: string): string {
    const document = this.checker.lastDocument();
    const decided = document?.steps.find(({ id }) => id === this.step().id)?.decides ?? '';
    const fact = document?.facts[decided] ?? this.checker.beside()?.shared.facts[decided];
    return fact ? this.language.localize(typeOf(fact).formatValue(fact, value)) : value;
  }

  /** The words as they stand in all protocols are written here, and its list comes up. */
  protected writeOwnList(): void {
    const { list } = this.reasons();
    const words = this.shared().reasons[list];
    const changed = words ? writeReasonList(this.changes.texts(), list, words) : null;
    if (this.writeLists(changed)) this.opens.emit(list);
  }

  protected takeSharedList(): void {
    this.writeLists(removeReasonList(this.changes.texts(), this.reasons().list));
  }

  private writeLists(changed: EditedTexts | null): boolean {
    const isWritten = this.changes.writeChange(changed, { file: PROTOCOL, at: ['reasons'] });
    this.refused.set(isWritten ? null : refusedBy([], null));
    return isWritten;
  }

  private reasonsOf(list: string) {
    return reasonsIn(this.checker.lastDocument() ?? undefined, this.shared(), list);
  }

  private async chooseList(list: string): Promise<void> {
    const texts = this.changes.texts();
    const { at } = this.reasons();
    const french = list ? changeWords(texts.french, at, list, this.changes.before().french) : null;
    const changed = french === null ? null : { ...texts, french };
    const errors = changed ? await this.changes.newErrors(changed) : [];
    const isWritten = errors.length === 0 && this.changes.writeChange(changed, { file: PROTOCOL, at });
    this.refused.set(isWritten ? null : refusedBy(errors, null));
  }
}
