import {
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { CaseFile, Change, Child, Problem } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import { Language, SpaceTime } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { SendingForm } from '../../platform/form/sending-form';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { CaseCrumb } from '../case-file/heading/case-crumb';
import { CaseFileClient } from '../case-file/case-file-client';
import { CaseNews } from '../case-file/heading/case-news';
import { casePath } from '../case-paths';
import { CasesClient } from '../cases-client';
import { ChildFields } from '../opening/child-fields';
import { IdentityDraft, type ChangedField } from './identity-draft';
import { CHILD_IDS, CHILD_SERVER_NAMES } from '../opening/child-rules';
import { checkIdentity } from './identity-rules';
import { MeanwhileNotice } from './meanwhile-notice';
import { CASE_PAGES } from '../pages';

interface Meanwhile {
  readonly changes: readonly Change[];
  readonly fields: readonly ChangedField[];
  /** As on record now. */
  readonly child: Child;
}

/** Who is this child, now that we know better? What was recorded before stays in the record. */
@Component({
  selector: 'app-identity-page',
  imports: [
    CaseCrumb,
    ChildFields,
    ErrorSummary,
    FormField,
    MatButton,
    MeanwhileNotice,
    PageHeading,
    ProblemLine,
    RouterLink,
    TextField,
  ],
  templateUrl: './identity-page.html',
  styleUrl: './identity-page.scss',
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class IdentityPage {
  private readonly cases = inject(CasesClient);
  private readonly client = inject(CaseFileClient);
  private readonly news = inject(CaseNews);
  private readonly router = inject(Router);
  private readonly time = inject(SpaceTime);
  private readonly title = inject(PageTitle);
  protected readonly t = inject(Language).t;
  protected readonly draft = inject(IdentityDraft);

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly caseFile = signal<CaseFile | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly form = new SendingForm(
    this.draft.typed,
    (it) => checkIdentity(it, () => this.draft.recorded()?.child),
    {
      isPage: true,
      isAllInSummary: true,
      ids: CHILD_IDS,
      serverNames: { ...CHILD_SERVER_NAMES, birth: [CHILD_SERVER_NAMES.birth, 'values.birth'] },
    },
  );
  protected readonly meanwhile = signal<Meanwhile | null>(null);
  private readonly notice = viewChild(MeanwhileNotice, { read: ElementRef<HTMLElement> });

  protected readonly path = computed(() => casePath(this.caseFileId()));
  protected readonly name = computed(() => {
    const child = this.caseFile()?.child;
    return !child || 'redacted' in child ? (child ?? '') : child.calledName;
  });
  protected readonly mayCorrect = computed(() => {
    const caseFile = this.caseFile();
    return !!caseFile?.may.write && childOf(caseFile) !== null;
  });
  constructor() {
    effect(() => {
      const id = this.caseFileId();
      untracked(() => void this.openIdentity(id));
    });
    effect(() => {
      const caseFile = this.caseFile();
      if (caseFile) this.title.name(CASE_PAGES.identity.title, caseFile.reference);
    });
    effect(() => {
      if (this.meanwhile()) this.notice()?.nativeElement.focus();
    });
  }

  protected reload(): void {
    void this.openIdentity(this.caseFileId());
  }

  protected async saveIdentity(event: Event): Promise<void> {
    event.preventDefault();
    const from = this.draft.recorded();
    if (!from) return;
    this.meanwhile.set(null);
    const done = await this.form.sendTyped(null, () => this.sendIdentity(from.caseFileId, from.seq));
    if (!done) return;
    this.draft.clear();
    this.news.announceNews(from.caseFileId, 'case.identity.saved');
    await this.router.navigate([...casePath(from.caseFileId)], { replaceUrl: true });
  }

  protected async giveUp(): Promise<void> {
    this.draft.clear();
    await this.router.navigate([...this.path()]);
  }

  /** Closing the tab would lose what is typed; the browser asks before. */
  protected warn(event: BeforeUnloadEvent): void {
    if (this.draft.isChanged()) event.preventDefault();
  }

  private async openIdentity(id: string): Promise<void> {
    this.caseFile.set(null);
    const caseFile = await this.readCase(id);
    const child = caseFile && childOf(caseFile);
    if (caseFile && child) this.draft.beginDraft({ caseFileId: id, seq: caseFile.state.seq, child });
  }

  private async readCase(id: string): Promise<CaseFile | null> {
    const answer = await this.cases.caseFile(id);
    if (id !== this.caseFileId()) return null;
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return null;
    this.time.zone.set(answer.value.territory.zone);
    this.caseFile.set(answer.value);
    return answer.value;
  }

  private async sendIdentity(caseFileId: string, seq: number) {
    const change = this.draft.toSend();
    const idempotencyKey = this.draft.key([caseFileId, change]);
    const answer = await this.client.changeChild(caseFileId, change, { ifMatch: seq, idempotencyKey });
    if (answer.ok || answer.problem.status !== 412) return answer;
    await this.goOnFrom(answer.problem.changes ?? []);
    return null;
  }

  /** Somebody was faster: what is on record now, beside what one typed. */
  private async goOnFrom(changes: readonly Change[]): Promise<void> {
    const caseFile = await this.readCase(this.caseFileId());
    const child = caseFile && childOf(caseFile);
    if (!caseFile || !child) return;
    const fields = this.draft.goOnFrom({ caseFileId: caseFile.id, seq: caseFile.state.seq, child });
    this.meanwhile.set({ changes, fields, child });
  }
}

/** The child, if the reader sees all of them: nobody corrects what they see in part. */
function childOf({ child }: CaseFile): Child | null {
  if (isRedacted(child)) return null;
  const { phones, safeContact, ...seen } = child;
  if ((phones && isRedacted(phones)) || (safeContact && isRedacted(safeContact))) return null;
  return { ...seen, phones, safeContact };
}
