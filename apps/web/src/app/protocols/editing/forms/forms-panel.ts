import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { EditableSubject } from '@repere/protocol';
import { Language } from '@repere/ui';
import { writeThrough } from '../../../platform/form/write-through';
import { DraftChecker } from '../checking/draft-checker';
import { EditorPosition } from '../text/editor-position';
import { CodeList } from './code-list';
import { DeadlineForm } from './deadline-form';
import { FormChanges, PROTOCOL } from './form-changes';
import { ReasonsChoice } from './reasons-choice';
import { SentenceFields } from './sentence-fields';

const KINDS = ['protocol', 'steps', 'facts', 'reasons', 'outcomes', 'safeguards'] as const;

/** The common changes as forms: a sentence, a deadline, a list. They are made of the text, and write into it. */
@Component({
  selector: 'app-forms-panel',
  imports: [CodeList, DeadlineForm, FormField, ReasonsChoice, SentenceFields],
  providers: [FormChanges],
  templateUrl: './forms-panel.html',
  styleUrl: './forms-panel.scss',
})
export class FormsPanel {
  private readonly language = inject(Language);
  private readonly checker = inject(DraftChecker);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly changes = inject(FormChanges);
  protected readonly position = inject(EditorPosition);
  protected readonly found = this.changes.found;
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  private readonly subjects = computed(() => {
    const found = this.found();
    return found.ok ? found.subjects : [];
  });
  private readonly chosen = signal(this.atCursor());
  protected readonly subject = computed<EditableSubject | undefined>(() => {
    const all = this.subjects();
    return all.find((it) => codeOf(it) === this.chosen()) ?? all[0];
  });
  protected readonly choice = form(
    writeThrough<string>(
      () => {
        const subject = this.subject();
        return subject ? codeOf(subject) : '';
      },
      (code) => this.chooseForm(code),
    ),
  );
  protected readonly groups = computed(() =>
    KINDS.map((kind) => ({
      kind,
      options: this.subjects()
        .filter((it) => it.kind === kind && isEditable(it))
        .map((it) => ({ code: codeOf(it), label: this.labelOf(it) })),
    })).filter(({ options }) => options.length > 0),
  );
  protected readonly steps = computed(() =>
    this.subjects()
      .filter(({ kind, id }) => kind === 'steps' && id !== this.subject()?.id)
      .map((it) => ({ code: it.id, label: this.labelOf(it) })),
  );
  /** What the checker says of its lines. */
  protected readonly problems = computed(() => {
    const from = this.subject()?.line ?? 0;
    const next = Math.min(
      ...this.subjects()
        .map(({ line }) => line)
        .filter((line) => line > from),
    );
    return this.checker.errors().filter(({ file, line }) => file === PROTOCOL && line >= from && line < next);
  });

  protected labelOf({ kind, id, at, sentences }: EditableSubject): string {
    if (kind === 'reasons') return this.t('editing.forms.reasons.list', { list: id });
    const document = this.checker.lastDocument();
    const step = kind === 'steps' ? document?.steps.find((it) => it.id === id) : undefined;
    const title = sentences.find(({ name }) => name === 'title');
    const words = title?.[this.language.current()] || title?.fr || (step && this.localize(step.title)) || id;
    const line = kind === 'outcomes' && !title ? ` (${Number(at[1]) + 1})` : '';
    return (step ? `${step.code} – ${words}` : words) + line;
  }

  protected followCursor(): void {
    this.chosen.set(this.atCursor());
  }

  /** The list takes the place of the step; its heading takes the focus. */
  protected openList(list: string): void {
    this.chooseForm(`reasons.${list}`);
    setTimeout(() => this.heading()?.nativeElement.focus());
  }

  private chooseForm(code: string): void {
    this.chosen.set(code);
    const subject = this.subject();
    if (subject) this.position.showBeside(PROTOCOL, subject.line);
  }

  /** What stands where the cursor is; the first step while it is in another file, or above all. */
  private atCursor(): string {
    const all = this.subjects().filter(isEditable);
    const line = this.position.file() === PROTOCOL ? this.position.line() : 1;
    const above = all
      .filter((it) => it.line <= line)
      .sort((a, b) => a.line - b.line)
      .at(-1);
    const found = above && above.kind !== 'protocol' ? above : all.find(({ kind }) => kind === 'steps');
    return found ? codeOf(found) : '';
  }
}

const codeOf = ({ kind, id, at }: EditableSubject): string =>
  kind === 'outcomes' ? at.join('.') : `${kind}.${id}`;

const isEditable = ({ kind, sentences, codes }: EditableSubject): boolean =>
  kind === 'steps' || sentences.length > 0 || codes !== null;
