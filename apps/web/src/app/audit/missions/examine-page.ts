import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField, applyEach } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { CHECK_ANSWER_WORDS, CHECK_ANSWERS, type CheckAnswer } from '@repere/audit';
import type { Finding, Mission, Problem } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText } from '@repere/ui/field';
import { checkLengths } from '@repere/contract/lengths';
import { ActProblem } from '../../platform/act-problem';
import { casePath, evidencePath, replayPath } from '../../cases/case-paths';
import { limitLength } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { writeThrough } from '../../platform/form/write-through';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { FindingCard } from './findings/finding-card';
import { CaseBeside } from './examining/case-beside';
import type { ProposedFinding } from './examining/propose-finding';
import { FindingForm } from './findings/finding-form';
import { examinePath, missionPath } from './mission-paths';
import { MissionsClient } from './missions-client';
import { AUDIT_PAGES } from '../pages';

interface TypedCheck {
  readonly answer: string | null;
  readonly note: string;
}

/** A case of the sample: the checklist, and beside it the case as it was known, with what departed from its protocols. */
@Component({
  selector: 'app-examine-page',
  imports: [
    ActProblem,
    CaseBeside,
    ChoiceField,
    ErrorSummary,
    FindingCard,
    FindingForm,
    FormField,
    Icon,
    LongText,
    MatButton,
    PageHeading,
    ProblemLine,
    RouterLink,
  ],
  templateUrl: './examine-page.html',
  styleUrl: './examine-page.scss',
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class ExaminePage {
  private readonly client = inject(MissionsClient);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly examinePath = examinePath;

  readonly missionId = input.required<string>();
  readonly caseFileId = input.required<string>();

  protected readonly mission = signal<Mission | null>(null);
  protected readonly unreadable = signal<Problem | null>(null);
  protected readonly proposed = signal<ProposedFinding | null>(null);
  protected readonly news = signal('');
  protected readonly checks = signal<readonly TypedCheck[]>([]);
  private readonly isChanged = signal(false);
  protected readonly form = new SendingForm(
    writeThrough<{ readonly checks: readonly TypedCheck[] }>(
      () => ({ checks: this.checks() }),
      ({ checks }) => this.type(checks),
    ),
    ({ checks }) => applyEach(checks, (check) => limitLength(check.note, checkLengths.note)),
  );

  protected readonly case = computed(() =>
    this.mission()?.cases.find(({ caseFileId }) => caseFileId === this.caseFileId()),
  );
  protected readonly findings = computed(() =>
    (this.mission()?.findings ?? []).filter(({ caseFile }) => caseFile?.id === this.caseFileId()),
  );
  /** The next one that is not examined. */
  protected readonly next = computed(() => {
    const all = this.mission()?.cases ?? [];
    const place = this.case()?.place ?? 0;
    const open = all.filter(
      ({ caseFileId, examination }) => !examination.done && caseFileId !== this.caseFileId(),
    );
    return open.find((it) => it.place > place) ?? open[0];
  });
  protected readonly paths = computed(() => ({
    mission: missionPath(this.missionId()),
    case: casePath(this.caseFileId()),
    replay: replayPath(this.caseFileId()),
    proof: evidencePath(this.caseFileId()),
  }));
  protected readonly options = computed(() =>
    CHECK_ANSWERS.map((code) => ({ code, label: this.language.localize(CHECK_ANSWER_WORDS[code]) })),
  );

  constructor() {
    effect(() => {
      this.missionId();
      this.caseFileId();
      untracked(() => void this.loadExamination());
    });
  }

  /** In words, where it can't be changed any more. */
  protected answerOf(place: number): string {
    const answer = CHECK_ANSWERS.find((it) => it === this.checks()[place]?.answer);
    return answer ? this.language.localize(CHECK_ANSWER_WORDS[answer]) : this.t('audit.check.none');
  }

  protected async loadExamination(): Promise<void> {
    const answer = await this.client.readMission(this.missionId());
    this.unreadable.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.mission.set(answer.value);
    const found = this.case();
    if (!found) {
      this.unreadable.set({ type: 'about:blank', title: 'not-found', status: 404, code: 'not-found' });
      return;
    }
    this.title.name(AUDIT_PAGES.examine.title, found.reference);
    this.checks.set(
      answer.value.plan.checklist.map((_, place) => {
        const { answer: said, note } = found.examination.answers.find((it) => it.question === place) ?? {};
        return { answer: said ?? null, note: note ?? '' };
      }),
    );
    this.isChanged.set(false);
  }

  private type(checks: readonly TypedCheck[]): void {
    this.checks.set(checks);
    this.isChanged.set(true);
    this.news.set('');
  }

  /** Half-answered is kept as well; `done` says that the auditor is through with it. */
  protected async saveExamination(event: Event | null, done: boolean): Promise<void> {
    event?.preventDefault();
    const found = this.case();
    if (!found) return;
    const answers = this.checks().map(({ answer, note }, question) => ({
      question,
      ...(answer !== null && { answer: answer as CheckAnswer }),
      note: note.trim(),
    }));
    const examination = { answers, done };
    const answered = await this.form.sendTyped(
      null,
      ({ idempotencyKey }) =>
        this.client.examine(this.missionId(), this.caseFileId(), examination, {
          ifMatch: found.revision,
          idempotencyKey,
        }),
      { about: [this.caseFileId(), found.revision, done] },
    );
    if (!answered) return;
    await this.loadExamination();
    this.news.set(this.t(done ? 'audit.examine.done' : 'audit.examine.kept'));
  }

  protected async refresh(finding: Finding, isNew: boolean): Promise<void> {
    const before = this.checks();
    const changed = this.isChanged();
    await this.loadExamination();
    // What is typed and not sent stays.
    this.checks.set(before);
    this.isChanged.set(changed);
    if (isNew) this.news.set(this.t('audit.findings.raised', { reference: finding.reference }));
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.isChanged()) event.preventDefault();
  }
}
