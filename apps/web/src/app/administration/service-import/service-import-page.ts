import { Component, computed, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ImportPreview, Problem, ServiceImport, ServiceImports } from '@repere/contract';
import { serviceTableLengths } from '@repere/contract/lengths';
import { Language, SpaceTime } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { FileField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { checkField } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { SendingKey } from '../../platform/sending-key';
import { ADMINISTRATION_PAGES } from '../pages';
import { ServicesClient } from '../services/services-client';

/** A table of services: looked at, taken in whole, taken back. */
@Component({
  selector: 'app-service-import-page',
  imports: [ActProblem, ErrorSummary, FileField, FormField, MatButton, PageHeading, ProblemLine, RouterLink],
  templateUrl: './service-import-page.html',
  styleUrl: '../services/services-page.scss',
  styles: `
    form {
      display: grid;
      gap: 0.9rem;
      margin-block-start: 1rem;
    }
    section {
      margin-block-start: 2rem;
    }
  `,
})
export class ServiceImportPage {
  private readonly client = inject(ServicesClient);
  private readonly language = inject(Language);
  private readonly keys = new SendingKey();
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly services = ADMINISTRATION_PAGES.services.path;

  protected readonly imports = signal<ServiceImports | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly preview = signal<ImportPreview | null>(null);
  protected readonly news = signal('');
  /** Id of the import that was not undone, since somebody waits for one of its services. */
  protected readonly askedNow = signal<string | null>(null);
  private table = '';

  protected readonly form = new SendingForm<{ files: readonly File[] }>(
    { files: [] },
    (it) => {
      checkField(it.files, 'administration.import.wrong.none', (files) => files.length === 0);
      checkField(
        it.files,
        'administration.import.wrong.large',
        ([file]) => (file?.size ?? 0) > serviceTableLengths.table,
      );
    },
    { idPrefix: 'import-' },
  );
  protected readonly added = computed(() =>
    this.language.count('administration.import.added', this.preview()?.added ?? 0),
  );
  protected readonly known = computed(() =>
    this.language.count('administration.import.known', this.preview()?.known ?? 0),
  );
  protected readonly wrong = computed(() =>
    this.language.count('administration.import.wrong-lines', this.preview()?.wrong ?? 0),
  );
  protected readonly lost = computed(() => {
    const { unread = [] } = this.preview() ?? {};
    return this.language.count('administration.import.unread', unread.length, { columns: unread.join(', ') });
  });

  constructor() {
    void this.loadImports();
  }

  protected async loadImports(): Promise<void> {
    const answer = await this.client.imports();
    this.unread.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.imports.set(answer.value);
  }

  protected async look(event: Event): Promise<void> {
    // The file is read first: by then the browser would have sent the form itself.
    event.preventDefault();
    const [file] = this.form.typed().files;
    const table = file ? await textOf(file) : '';
    const found = await this.form.sendTyped(event, () => this.client.preview(table));
    if (!found) return;
    this.table = table;
    this.preview.set(found.value);
    this.news.set('');
  }

  protected async importTable(): Promise<void> {
    const { table } = this;
    const answer = await this.keys.sendOnce(['import', table], (idempotencyKey) =>
      this.client.importTable(table, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.news.set(this.t('administration.import.done'));
    this.preview.set(null);
    this.form.clear();
    this.imports.set(answer.value);
  }

  /** One of whose services something is asked at this moment is undone by a second press, once that was read. */
  protected async undo({ id }: ServiceImport, evenIfAsked = false): Promise<void> {
    const answer = await this.keys.sendOnce(['undo', id, String(evenIfAsked)], (idempotencyKey) =>
      this.client.undo(id, evenIfAsked, { idempotencyKey }),
    );
    const isAsked = !answer.ok && answer.problem.reasons?.some(({ code }) => code === 'asked-now') === true;
    this.askedNow.set(isAsked ? id : null);
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.news.set(this.t('administration.import.undone'));
    this.imports.set(answer.value);
  }

  protected addedBy({ services, by, at }: ServiceImport): string {
    const count = this.language.count('administration.import.services', services);
    return this.t('administration.import.line', { count, by, moment: this.time.moment(at) });
  }

  protected undoes({ untouched }: ServiceImport): string {
    return this.language.count('administration.import.undo', untouched);
  }
}

/** UTF-8, or what French spreadsheets write else: a letter that UTF-8 has not gives it away. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
