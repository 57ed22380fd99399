import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { asAnswer } from '../../../platform/api';
import { SendingForm } from '../../../platform/form/sending-form';
import { checkField } from '../../../platform/form/mistake';
import { writeThrough } from '../../../platform/form/write-through';
import { DraftChecker } from '../checking/draft-checker';
import { DraftSession } from '../draft-session';
import { EditorPosition } from './editor-position';

const MAIN: readonly string[] = ['protocol.yaml', 'en.yaml', 'SOURCE.md'];
const OF_AN_EXAMPLE = /^[a-z0-9][a-z0-9._-]{0,90}$/;

/** The files of the draft: the three that every version has, and its worked examples, which come and go. */
@Component({
  selector: 'app-file-choice',
  imports: [FormField, MatButton, TextField],
  template: `
    <div class="files" role="group" [attr.aria-label]="t('editing.text.files')">
      @for (file of main; track file) {
        <button
          type="button"
          class="rp-chip"
          [attr.aria-pressed]="place.file() === file"
          (click)="place.showLine(file)"
        >
          {{ file }}
          @if (countOf(file); as count) {
            <span class="count">{{ count }}</span>
          }
        </button>
      }
      <label class="rp-out-of-sight" for="draft-examples">{{
        t('editing.text.examples', { n: examples().length })
      }}</label>
      <select id="draft-examples" class="rp-input" [formField]="example">
        <option value="">{{ t('editing.text.examples', { n: examples().length }) }}</option>
        @for (file of examples(); track file.path) {
          <option [value]="file.path">{{ file.label }}</option>
        }
      </select>
      @if (session.mayWrite()) {
        <button
          type="button"
          class="rp-link"
          [attr.aria-expanded]="isAdding()"
          (click)="isAdding.set(!isAdding())"
        >
          {{ t('editing.text.add') }}
        </button>
        @if (isExample()) {
          <button type="button" class="rp-link" (click)="removeFile()">
            {{ t('editing.text.remove', { file: place.file() }) }}
          </button>
        }
      }
    </div>
    @if (isAdding()) {
      <form novalidate (submit)="addFile($event)">
        <rp-text-field
          fieldId="new-example"
          [label]="t('editing.text.new-name')"
          [hint]="t('editing.text.new-hint')"
          [problem]="form.problemOf('name')"
          [formField]="form.fields.name"
        />
        <button matButton="outlined" type="submit">{{ t('editing.text.add') }}</button>
      </form>
    }
  `,
  styles: `
    .files {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.4rem 0.6rem;
      margin-block-end: 0.75rem;
    }
    select {
      inline-size: auto;
      max-inline-size: 100%;
      min-block-size: 40px;
      padding-block: 0.2rem;
      font-size: 0.95rem;
    }
    .count {
      color: var(--rp-error);
      font-weight: 700;
    }
    form {
      display: grid;
      gap: 0.75rem;
      justify-items: start;
      margin-block-end: 1rem;
    }
  `,
})
export class FileChoice {
  protected readonly t = inject(Language).t;
  private readonly checker = inject(DraftChecker);
  protected readonly session = inject(DraftSession);
  protected readonly place = inject(EditorPosition);
  protected readonly main = MAIN;
  protected readonly isAdding = signal(false);
  protected readonly form = new SendingForm({ name: '' }, ({ name }) => {
    checkField(name, 'editing.text.name-wrong', (typed) => !OF_AN_EXAMPLE.test(withoutEnding(typed)));
    checkField(name, 'editing.text.name-taken', (typed) => this.isThere(pathOf(typed)));
  });

  protected readonly examples = computed(() =>
    Object.keys(this.session.text().files)
      .filter((path) => !MAIN.includes(path))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((path) => ({ path, label: [path, this.countOf(path)].filter(Boolean).join(' · ') })),
  );
  protected readonly isExample = computed(() => !MAIN.includes(this.place.file()));
  protected readonly example = form(
    writeThrough<string>(
      () => (this.isExample() ? this.place.file() : ''),
      (path) => path && this.place.showLine(path),
    ),
  );
  private readonly counts = computed(() => {
    const counts = new Map<string, number>();
    for (const { file } of this.checker.errors()) counts.set(file, (counts.get(file) ?? 0) + 1);
    return counts;
  });

  protected countOf(file: string): number {
    return this.counts().get(file) ?? 0;
  }

  protected async addFile(event: Event): Promise<void> {
    const path = pathOf(this.form.typed().name);
    if (!(await this.form.sendTyped(event, async () => asAnswer(null)))) return;
    this.session.writeFile(path, '');
    this.isAdding.set(false);
    this.form.clear();
    this.place.showLine(path, 1);
  }

  protected removeFile(): void {
    this.session.removeFile(this.place.file());
    this.place.showLine('protocol.yaml');
  }

  private isThere(path: string): boolean {
    return this.session.text().files[path] !== undefined;
  }
}

const withoutEnding = (typed: string): string => typed.trim().replace(/\.yaml$/, '');

const pathOf = (typed: string): string => `examples/${withoutEnding(typed)}.yaml`;
