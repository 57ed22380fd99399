import { Component, ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Problem as Refusal } from '@repere/contract';
import {
  addCode,
  approveEnglish,
  changeSentence,
  type CodesPlace,
  type EditableCode,
  type EditableSubject,
  type EditedTexts,
  moveCodeDown,
  retireCode,
  retireEnglish,
} from '@repere/protocol';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../../platform/act-problem';
import { asAnswer } from '../../../platform/api';
import { checkField, requireValue } from '../../../platform/form/mistake';
import { SendingForm } from '../../../platform/form/sending-form';
import { FormChanges, PROTOCOL } from './form-changes';
import { refusedBy } from './refused-by';
import { SentenceFields } from './sentence-fields';

const CODE = /^[a-z][a-z0-9_]{0,60}$/;

/** The closed list of a question: one more, other words, another order, one less. Codes stay what they are. */
@Component({
  selector: 'app-code-list',
  imports: [ActProblem, ErrorSummary, FormField, MatButton, SentenceFields, TextField],
  templateUrl: './code-list.html',
  styleUrl: './code-list.scss',
})
export class CodeList {
  private readonly language = inject(Language);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly t = this.language.t;
  protected readonly changes = inject(FormChanges);

  readonly question = input.required<EditableSubject>();

  protected readonly opened = signal<string | null>(null);
  protected readonly said = signal('');
  protected readonly refused = signal<{ readonly code: string; readonly problem: Refusal } | null>(null);
  protected readonly list = computed(
    () => this.question().codes ?? { place: 'values' as const, entries: [] },
  );
  protected readonly isReasons = computed(() => this.list().place === 'reasons');
  protected readonly form = new SendingForm(
    { code: '', fr: '', en: '' },
    ({ code, fr, en }) => {
      checkField(code, 'editing.forms.codes.code-wrong', (typed) => !CODE.test(typed.trim()));
      checkField(code, 'editing.forms.codes.code-taken', (typed) =>
        this.list().entries.some((it) => it.code === typed.trim()),
      );
      requireValue(fr, 'editing.forms.codes.fr-missing');
      requireValue(en, 'editing.english.empty');
    },
    { idPrefix: 'code-', isAnewEachTime: true, isAllInSummary: true },
  );

  protected labelOf({ code, sentences }: EditableCode): string {
    const label = sentences.find(({ name }) => name === 'label');
    return label?.[this.language.current()] || label?.fr || code;
  }

  /** The entry at `index` and the next one change places; who moved one up or down keeps it under the finger. */
  protected moveAnswer(index: number, code: string, way: 'up' | 'down'): void {
    const { entries } = this.list();
    const upper = entries[index]?.code ?? '';
    const moved = entries.find((it) => it.code === code);
    const label = moved ? this.labelOf(moved) : code;
    const texts = this.changes.texts();
    const french = moveCodeDown(texts.french, this.question().at, upper);
    if (!this.writeOrRefuse(code, french === null ? null : { ...texts, french })) return;
    const place = way === 'up' ? index + 1 : index + 2;
    this.said.set(this.t('editing.forms.codes.moved', { label, place }));
    setTimeout(() => {
      const other = way === 'up' ? 'down' : 'up';
      const button = this.buttonOf(way, code) ?? this.buttonOf(other, code);
      button?.focus();
    });
  }

  protected async retireAnswer(code: string): Promise<void> {
    const texts = this.changes.texts();
    const { at } = this.question();
    const french = retireCode(texts.french, at, code);
    const changed = french === null ? null : { french, english: retireEnglish(texts.english, at, code) };
    const errors = changed ? await this.changes.newErrors(changed) : [];
    if (errors.length > 0) {
      this.refused.set({ code, problem: refusedBy(errors, null) });
      return;
    }
    if (!this.writeOrRefuse(code, changed)) return;
    this.said.set(this.t('editing.forms.codes.retired', { code }));
    this.heading().nativeElement.focus();
  }

  protected async addAnswer(event: Event): Promise<void> {
    const { code, fr, en } = this.form.typed();
    const answer = await this.form.sendTyped(event, async () => {
      const changed = this.withCode(code.trim(), fr.trim(), en.trim());
      if (!changed) return asAnswer(refusedBy([], null));
      const errors = await this.changes.newErrors(changed);
      if (errors.length > 0) return asAnswer(refusedBy(errors, null));
      return asAnswer(this.writeCodes(changed) ? null : refusedBy([], null));
    });
    if (!answer) return;
    this.said.set(this.t('editing.forms.codes.added', { code: code.trim() }));
    this.form.clear();
  }

  private withCode(code: string, fr: string, en: string): EditedTexts | null {
    const texts = this.changes.texts();
    const { at } = this.question();
    const french = addCode(texts.french, at, code, fr);
    if (french === null) return null;
    const own = englishOf(this.list().place, at, code);
    const sentence = { key: own.join('.'), at: own, englishAt: own, state: 'missing' as const, fr, en };
    const written = changeSentence({ ...texts, french }, sentence, 'en', en);
    return written && approveEnglish(written, sentence);
  }

  private writeOrRefuse(code: string, changed: EditedTexts | null): boolean {
    const isWritten = this.writeCodes(changed);
    this.refused.set(isWritten ? null : { code, problem: refusedBy([], null) });
    return isWritten;
  }

  private writeCodes(changed: EditedTexts | null): boolean {
    return this.changes.writeChange(changed, { file: PROTOCOL, at: this.question().at });
  }

  private buttonOf(way: 'up' | 'down', code: string): HTMLElement | null {
    return document.getElementById(`${way}-${code}`);
  }
}

/** Where the words of a new code belong in `en.yaml`. */
function englishOf(place: CodesPlace, at: EditableSubject['at'], code: string): EditableSubject['at'] {
  if (place === 'reasons') return [...at, code];
  return place === 'items' ? [...at, 'items', code, 'label'] : [...at, 'values', code];
}
