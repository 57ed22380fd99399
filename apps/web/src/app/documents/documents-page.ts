import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CaseDocument, CaseDocuments, DocumentVersion } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { CaseCrumb } from '../cases/case-file/heading/case-crumb';
import { KeysetList } from '../platform/keyset-list';
import { PageHeading } from '../platform/pages/page-heading';
import { PageTitle } from '../platform/pages/page-title';
import { ProblemLine } from '../platform/problem-line';
import { AddDocumentForm } from './add-document-form';
import { DocumentItem } from './document-item';
import { DocumentsClient } from './documents-client';
import { DOCUMENT_PAGES } from './pages';

/** Documents of a case, the newest first; a new one is added here. */
@Component({
  selector: 'app-documents-page',
  imports: [AddDocumentForm, CaseCrumb, DocumentItem, MatButton, PageHeading, ProblemLine],
  templateUrl: './documents-page.html',
  styleUrl: './documents-page.scss',
})
export class DocumentsPage {
  private readonly client = inject(DocumentsClient);
  private readonly title = inject(PageTitle);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  private readonly injector = inject(Injector);
  protected readonly t = this.language.t;

  // From the address.
  readonly caseFileId = input.required<string>();

  /** What the newest answer says beside its documents. */
  protected readonly page = signal<CaseDocuments | null>(null);
  protected readonly news = signal('');
  protected readonly isAdding = signal(false);
  /** What the new one is a newer version of; `null`: a document of its own. */
  protected readonly follows = signal<DocumentVersion | null>(null);
  protected readonly list = new KeysetList<CaseDocument>((cursor) => this.fetch(cursor));
  protected readonly closed = computed(() => {
    const closed = this.page()?.closed ?? 0;
    return closed === 0 ? '' : this.language.count('documents.closed', closed);
  });

  constructor() {
    effect(() => {
      this.caseFileId();
      untracked(() => void this.list.loadPages());
    });
  }

  protected async showChanged(what: 'added' | 'destroyed'): Promise<void> {
    this.isAdding.set(false);
    this.follows.set(null);
    await this.list.loadPages(Math.max(this.list.content().pages, 1));
    this.news.set(this.t(`documents.news.${what}`));
  }

  protected showAdding(event: Event): void {
    const { open } = event.target as HTMLDetailsElement;
    this.isAdding.set(open);
    if (!open) this.follows.set(null);
  }

  /** The form stands above the list: whoever pressed goes on there. */
  protected addVersion(before: DocumentVersion): void {
    this.follows.set(before);
    this.isAdding.set(true);
    afterNextRender(() => document.getElementById('document-files')?.focus(), { injector: this.injector });
  }

  private async fetch(cursor?: string) {
    const answer = await this.client.listDocuments(this.caseFileId(), cursor);
    if (answer.ok) {
      this.time.zone.set(answer.value.zone);
      this.page.set(answer.value);
      this.title.name(DOCUMENT_PAGES.list.title, answer.value.reference);
    }
    return answer;
  }
}
