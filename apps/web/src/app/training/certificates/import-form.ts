import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CheckedCertificate } from '@repere/contract';
import { importCertificateLengths } from '@repere/contract/lengths';
import { formatDate } from '@repere/feel';
import { Language } from '@repere/ui';
import { type Option, SelectField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { FileField, TextField } from '@repere/ui/field';
import { formatRoles } from '../../access/format-roles';
import { ActProblem } from '../../platform/act-problem';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { CertificatesClient } from '../certificates-client';
import { readPickedCertificate } from './picked-certificate';

/** Takes a certificate in, in two steps: what the file is, then whose it is. */
@Component({
  selector: 'app-import-certificate-form',
  imports: [ActProblem, ErrorSummary, FileField, FormField, MatButton, SelectField, TextField],
  templateUrl: './import-form.html',
  styles: `
    form {
      display: grid;
      gap: 0.75rem;
      max-inline-size: 34rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class ImportCertificateForm {
  private readonly client = inject(CertificatesClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** Whose it may be. */
  readonly people = input.required<readonly Option[]>();
  /** The name of whom it was taken in for. */
  readonly taken = output<string>();

  protected readonly checked = signal<CheckedCertificate | null>(null);
  private readonly text = signal('');
  /** Why what was picked is not even sent. */
  private readonly fault = signal<'too-long' | 'no-paper' | null>(null);
  protected readonly says = computed(() => {
    const it = this.checked();
    return (
      it &&
      this.t('training.import.says', {
        ...{ name: it.name, space: it.space, trainer: it.trainer },
        role: formatRoles([it.role], this.t),
        title: this.language.localize(it.title),
        day: formatDate(it.practisedOn, this.language.current()),
      })
    );
  });

  protected readonly file = new SendingForm(
    { files: [] as readonly File[] },
    ({ files }) => {
      requireValue(files, 'training.import.missing');
      checkField(
        files,
        ({ t }) => t(`training.import.${this.fault() ?? 'missing'}`),
        () => this.fault() !== null,
      );
    },
    { idPrefix: 'certificate-', serverNames: { files: 'file' } },
  );
  protected readonly form = new SendingForm(
    { accountId: null as string | null, whySame: '' },
    ({ accountId, whySame }) => {
      requireValue(accountId, 'training.import.person-missing');
      limitLength(whySame, importCertificateLengths.whySame);
    },
    { idPrefix: 'taken-' },
  );

  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    const [file] = this.file.typed().files;
    const picked = file ? await readPickedCertificate(file) : null;
    this.fault.set(picked?.fault ?? null);
    const found = picked?.text ?? null;
    const answer = await this.file.sendTyped(null, () => (found === null ? null : this.client.check(found)), {
      about: found,
    });
    if (!answer || found === null) return;
    this.text.set(found);
    this.checked.set(answer.value);
  }

  protected async importFile(event: Event): Promise<void> {
    const { accountId, whySame } = this.form.typed();
    const file = this.text();
    const why = whySame.trim();
    const answer = await this.form.sendTyped(
      event,
      (sending) =>
        accountId === null
          ? null
          : this.client.importFile({ file, accountId, ...(why !== '' && { whySame: why }) }, sending),
      { about: file },
    );
    if (!answer) return;
    const name = this.people().find(({ code }) => code === accountId)?.label ?? '';
    this.startOver();
    this.taken.emit(name);
  }

  protected startOver(): void {
    this.checked.set(null);
    this.form.clear();
    this.file.clear();
  }
}
