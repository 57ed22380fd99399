import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AccessLine, AccessRequest, AccessVerdict, Problem } from '@repere/contract';
import type { RedactionReason } from '@repere/privacy';
import { REDACTION_REASONS, redactionReasonWords } from '@repere/privacy';
import { Language, SpaceTime } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { handOverLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { StepUp } from '../../access/factors/step-up';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import type { Answered } from '../../platform/api';
import { PrivacyClient } from '../privacy-client';
import { givenVerdicts, proposedVerdicts } from './proposed-verdicts';
import { RefuseForm } from './refuse-form';
import { RequestState } from './request-state';
import { ReviewLine } from './review-line';

/** What one person asked to know about themselves, read line by line by another before it leaves. */
@Component({
  selector: 'app-access-request-page',
  imports: [
    ActProblem,
    FormField,
    MatButton,
    PageHeading,
    ProblemLine,
    RefuseForm,
    RequestState,
    ReviewLine,
    RouterLink,
    TextField,
  ],
  templateUrl: './access-request-page.html',
})
export class AccessRequestPage {
  private readonly client = inject(PrivacyClient);
  private readonly keys = new SendingKey();
  private readonly stepUp = inject(StepUp);
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  // From the address.
  readonly requestId = input.required<string>();

  protected readonly request = signal<AccessRequest | null>(null);
  protected readonly loading = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  /** Verdicts of this reading, by line; those that were given before come first. */
  protected readonly verdicts = signal<ReadonlyMap<number, AccessVerdict>>(new Map());
  protected readonly form = new SendingForm({ toWhom: '', how: '' }, (it) => {
    requireValue(it.toWhom, 'privacy.sharing.to-whom-missing');
    limitLength(it.toWhom, handOverLengths.toWhom);
    requireValue(it.how, 'privacy.request.how-missing');
    limitLength(it.how, handOverLengths.how);
  });
  protected readonly left = computed(
    () => (this.request()?.items ?? []).filter(({ id }) => !this.verdicts().has(id)).length,
  );
  protected readonly sections = computed(() => {
    const sections: { title: string; lines: AccessLine[] }[] = [];
    for (const line of this.request()?.items ?? []) {
      const title = this.language.localize(line.section);
      const last = sections.at(-1);
      if (last?.title === title) last.lines.push(line);
      else sections.push({ title, lines: [line] });
    }
    return sections;
  });
  protected readonly reasons = computed(() =>
    REDACTION_REASONS.map((code: RedactionReason) => ({
      code,
      label: this.language.localize(redactionReasonWords(code)),
    })),
  );
  protected readonly file = computed(() => this.client.packageOf(this.requestId()));

  constructor() {
    effect(() => {
      this.requestId();
      untracked(() => void this.loadRequest());
    });
  }

  protected judge(verdict: AccessVerdict): void {
    this.verdicts.update((known) => new Map([...known, [verdict.id, verdict]]));
  }

  protected async loadRequest(): Promise<void> {
    const answer = await this.client.request(this.requestId());
    this.loading.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.takeRequest(answer.value);
  }

  protected async finishReview(): Promise<void> {
    const request = this.request();
    if (!request) return;
    const review = { verdicts: [...this.verdicts().values()], isDone: this.left() === 0 };
    const answer = await this.keys.sendOnce([request.revision, review], (idempotencyKey) =>
      this.client.review(request.id, review, {
        ifMatch: request.revision,
        idempotencyKey,
      }),
    );
    this.showAnswer(answer, review.isDone ? 'privacy.request.news.reviewed' : 'privacy.request.news.saved');
  }

  /** A link that is followed can not be asked again: who takes it shows first who they are. */
  protected async takeOut(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.stepUp.askForStepUp()) location.assign(this.file());
  }

  protected async handOver(event: Event): Promise<void> {
    const { toWhom, how } = this.form.typed();
    const to = { toWhom: toWhom.trim(), how: how.trim() };
    await this.form.sendTyped(event, (sending) => this.client.handOver(this.requestId(), to, sending), {
      about: this.requestId(),
      answered: (answer) => this.showAnswer(answer, 'privacy.request.news.handed'),
    });
  }

  protected showRefused(request: AccessRequest): void {
    this.problem.set(null);
    this.news.set(this.t('privacy.request.news.refused'));
    this.takeRequest(request);
  }

  private showAnswer(answer: Answered<AccessRequest>, news: string): void {
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.news.set(this.t(news));
    this.takeRequest(answer.value);
  }

  private takeRequest(request: AccessRequest): void {
    this.request.set(request);
    const isToReview = request.may.review && request.state === 'to-review';
    this.verdicts.set((isToReview ? proposedVerdicts : givenVerdicts)(request.items));
  }
}
