import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { FIELD_CLASS_CONTENTS } from '@repere/access';
import { isRedacted } from '@repere/cases';
import type { CaseDocument, DocumentVersion } from '@repere/contract';
import { formatDate } from '@repere/feel';
import { Language, SpaceTime } from '@repere/ui';
import { DestroyDocumentForm } from './destroy-document-form';
import { DocumentsClient } from './documents-client';

/** One document: its newest version, those before it, and that it was destroyed. */
@Component({
  selector: 'app-document-item',
  imports: [DestroyDocumentForm, MatButton],
  templateUrl: './document-item.html',
  styleUrl: './document-item.scss',
})
export class DocumentItem {
  private readonly client = inject(DocumentsClient);
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  readonly document = input.required<CaseDocument>();
  readonly mayAdd = input(false);
  readonly mayDestroy = input(false);
  /** A newer version of it is to be added. */
  readonly follow = output<DocumentVersion>();
  readonly gone = output();

  /** A form that nobody opened is not there. */
  protected readonly isDestroying = signal(false);
  protected readonly versions = computed(() =>
    this.document().versions.map((it) => ({
      ...it,
      about: this.aboutOf(it),
      added: this.addedOf(it),
      tells: this.language.t('documents.tells', {
        what: it.classes.map((each) => this.language.localize(FIELD_CLASS_CONTENTS[each])).join(', '),
      }),
      file: this.client.fileOf(this.caseFileId(), it.id),
    })),
  );
  protected readonly newest = computed(() => this.versions()[0]);
  protected readonly earlier = computed(() => this.versions().slice(1));
  protected readonly destroyed = computed(() => {
    const gone = this.document().destroyed;
    return (
      gone &&
      this.t('documents.destroyed', {
        ...{ moment: this.time.moment(gone.at), by: this.nameOf(gone.by) },
        reason: this.t(`documents.destroy.because.${gone.reason}`),
      })
    );
  });

  private aboutOf({ kind, datedOn, author }: DocumentVersion): string {
    const day =
      datedOn === null
        ? this.t('documents.undated')
        : this.t('documents.dated', { day: formatDate(datedOn, this.language.current()) });
    return [this.t(`documents.kind.${kind}`), day, author].filter(Boolean).join(' · ');
  }

  private addedOf({ version, at, by, pages, bytes }: DocumentVersion): string {
    const size = this.t('documents.size', {
      size: new Intl.NumberFormat(this.language.current(), { maximumFractionDigits: 1 }).format(
        Math.max(bytes / 1_000_000, 0.1),
      ),
    });
    const long = pages === null ? size : `${this.language.count('documents.pages', pages)}, ${size}`;
    const added = { moment: this.time.moment(at), by: this.nameOf(by), version: String(version) };
    return `${this.t('documents.added-line', added)} · ${long}`;
  }

  private nameOf(by: DocumentVersion['by']): string {
    return isRedacted(by) ? this.t('documents.somebody') : by.name;
  }
}
