import { Component, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { beginOwnScenarioLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { FileField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { checkField, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { OwnScenariosClient } from '../own-scenarios-client';

/** Larger than any text that is taken, whatever its letters; it is not read at all. */
const MOST_BYTES = 4 * beginOwnScenarioLengths.yaml;

/** A scenario that a colleague passed on, as a file. */
@Component({
  selector: 'app-import-scenario-form',
  imports: [ActProblem, ErrorSummary, FileField, FormField, MatButton],
  template: `
    <form novalidate (submit)="importFile($event)">
      <h3>{{ t('scenarios.import.title') }}</h3>
      <rp-error-summary [problems]="form.problems()" />
      <rp-file-field
        fieldId="scenario-files"
        accept=".yaml,.yml"
        [label]="t('scenarios.import.label')"
        [hint]="t('scenarios.import.hint')"
        [problem]="form.problemOf('files')"
        [formField]="form.fields.files"
      />
      <app-act-problem [problem]="form.refusal()" />
      <button matButton="outlined" type="submit">{{ t('scenarios.import.act') }}</button>
    </form>
  `,
  styles: `
    h3 {
      margin-block-start: 1rem;
    }
    button {
      margin-block-start: 1rem;
    }
  `,
})
export class ImportScenarioForm {
  private readonly client = inject(OwnScenariosClient);
  private readonly router = inject(Router);
  protected readonly t = inject(Language).t;

  private readonly isTooLong = signal(false);
  protected readonly form = new SendingForm(
    { files: [] as readonly File[] },
    ({ files }) => {
      requireValue(files, 'scenarios.import.missing');
      checkField(
        files,
        ({ t }) => t('scenarios.import.too-long'),
        () => this.isTooLong(),
      );
    },
    { idPrefix: 'scenario-' },
  );

  protected async importFile(event: Event): Promise<void> {
    event.preventDefault();
    const [file] = this.form.typed().files;
    const yaml = file && file.size <= MOST_BYTES ? await file.text() : null;
    this.isTooLong.set(file !== undefined && (yaml === null || yaml.length > beginOwnScenarioLengths.yaml));
    const found = this.isTooLong() ? null : yaml;
    const done = await this.form.sendTyped(
      null,
      (sending) => (found === null ? null : this.client.beginOwn({ yaml: found }, sending)),
      { about: found },
    );
    if (done) await this.router.navigate(['/formation/mes-scenarios', done.value.id]);
  }
}
