import { Component, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { FileField } from '@repere/ui/field';
import { SendingForm } from '../../../platform/form/sending-form';
import { checkField, requireValue } from '../../../platform/form/mistake';
import { ActProblem } from '../../../platform/act-problem';
import { DraftsClient } from '../drafts-client';
import { readImported } from './read-imported';
import { draftPath } from '../draft-paths';

/** A new draft from files: those of an export, or written elsewhere. */
@Component({
  selector: 'app-import-form',
  imports: [ActProblem, ErrorSummary, FileField, FormField, MatButton],
  template: `
    <form novalidate (submit)="import($event)">
      <h2>{{ t('editing.import.title') }}</h2>
      <rp-error-summary [problems]="form.problems()" />
      <rp-file-field
        fieldId="import-files"
        accept=".yaml,.yml,.md,.zip"
        [isMultiple]="true"
        [label]="t('editing.import.label')"
        [hint]="t('editing.import.hint')"
        [problem]="form.problemOf('files')"
        [formField]="form.fields.files"
      />
      <app-act-problem [problem]="form.refusal()" />
      <button matButton="outlined" type="submit">{{ t('editing.import.act') }}</button>
    </form>
  `,
  styles: `
    h2 {
      margin-block-start: 0;
    }
    button {
      margin-block-start: 1rem;
    }
  `,
})
export class ImportForm {
  private readonly client = inject(DraftsClient);
  private readonly router = inject(Router);
  protected readonly t = inject(Language).t;

  /** Why the files that were picked are no version, found when they are sent. */
  private readonly unreadable = signal<((language: Language) => string) | null>(null);
  protected readonly form = new SendingForm(
    { files: [] as readonly File[] },
    ({ files }) => {
      requireValue(files, 'editing.import.missing');
      checkField(
        files,
        (language) => this.unreadable()?.(language) ?? '',
        () => this.unreadable() !== null,
      );
    },
    { idPrefix: 'import-' },
  );

  protected async import(event: Event): Promise<void> {
    event.preventDefault();
    const { files } = this.form.typed();
    const read = files.length ? await readImported(files) : null;
    this.unreadable.set(
      read && !read.ok ? ({ t }) => t(`editing.import.why.${read.why}`, { file: read.file }) : null,
    );
    const found = read?.ok ? read.files : null;
    // What was wrong with other files is said no more while these are on their way.
    if (found) this.form.forget();
    const done = await this.form.sendTyped(
      null,
      ({ idempotencyKey }) => found && this.client.import(found, idempotencyKey),
      { about: found },
    );
    if (done) await this.router.navigate([...draftPath(done.value.id)]);
  }
}
