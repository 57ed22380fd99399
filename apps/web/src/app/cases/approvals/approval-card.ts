import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { isRedacted } from '@repere/cases';
import type { ActDone, ApprovalItem, Problem } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/status';
import { LongText } from '@repere/ui/field';
import { returnLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { asAnswer, type Answered } from '../../platform/api';
import { ActProblem } from '../../platform/act-problem';
import { formatAgeInList } from '../case-file/heading/format-age';
import { casePath, stepPath } from '../case-paths';
import { PersonLines } from '../people/person-lines';
import { SignsBand } from '../step/signs-band';
import { SendingKey } from '../../platform/sending-key';
import { formatDangerInList, isGraveInList } from '../shown-danger';
import { shownName } from '../shown-name';
import { StepClient, type SendingOnce } from '../step/step-client';

/** One decision that waits: read it, then agree or send it back with a reason. */
@Component({
  selector: 'app-approval-card',
  imports: [
    ActProblem,
    DeadlineLabel,
    FormField,
    Icon,
    LongText,
    MatButton,
    PersonLines,
    RouterLink,
    SignsBand,
  ],
  templateUrl: './approval-card.html',
  styleUrl: './approval-card.scss',
})
export class ApprovalCard {
  private readonly client = inject(StepClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  private readonly keys = new SendingKey();
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly item = input.required<ApprovalItem>();
  /** It is settled: the words that say how. */
  readonly settled = output<string>();
  /** Left for later: the next one comes up. */
  readonly postponed = output<void>();
  readonly mayPostpone = input(false);
  /** The case changed meanwhile: what is shown has to be read anew. */
  readonly outdated = output<void>();

  protected readonly name = computed(() => shownName(this.item().calledName, this.t('case.name-redacted')));
  protected readonly age = computed(() => {
    const { age } = this.item();
    return isRedacted(age) ? this.t('case.age.redacted') : formatAgeInList(age, this.language);
  });
  protected readonly danger = computed(() => {
    const { danger, dangerState } = this.item();
    if (dangerState === 'redacted') return { isGrave: false, words: this.t('case.danger-redacted') };
    const listed = { danger, isDangerSeen: dangerState === 'seen' };
    return { isGrave: isGraveInList(listed), words: formatDangerInList(listed, this.language) };
  });
  protected readonly case = computed(() => casePath(this.item().caseFileId));
  protected readonly step = computed(() =>
    stepPath(this.item().caseFileId, this.item().runId, this.item().step),
  );
  protected readonly by = computed(() =>
    this.t('approvals.by', { by: this.item().enteredBy, when: this.time.moment(this.item().occurredAt) }),
  );
  protected readonly view = computed(() => {
    const view = this.item().childView;
    if (!view) return null;
    return 'said' in view
      ? this.t('case.entry.said', { words: view.said })
      : this.t('case.entry.why-not', { why: view.whyNot });
  });
  protected readonly isReturning = signal(false);
  protected readonly form = new SendingForm({ reason: '' }, ({ reason }) => {
    requireValue(reason, 'step.return.missing');
    limitLength(reason, returnLengths.reason);
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSending = signal(false);

  protected isRedacted(name: 'reasons' | 'bestInterests' | 'childView'): boolean {
    return this.item().redactedWords?.includes(name) ?? false;
  }

  protected async approveEntry(): Promise<void> {
    const { entryId } = this.item();
    await this.sendAct('approvals.approved', { approve: entryId }, (sendingOnce) =>
      this.client.approveEntry(this.item(), entryId, sendingOnce),
    );
  }

  protected startReturn(): void {
    this.form.forget();
    this.isReturning.set(true);
    focusOn(`return-${this.item().entryId}`);
  }

  protected stopReturn(): void {
    this.isReturning.set(false);
    focusOn(`start-return-${this.item().entryId}`);
  }

  protected async sendBack(): Promise<void> {
    const { entryId } = this.item();
    const reason = this.form.typed().reason.trim();
    await this.form.sendTyped(null, async () => {
      await this.sendAct('approvals.returned', { sendBack: entryId, reason }, (sendingOnce) =>
        this.client.sendBack(this.item(), entryId, reason, sendingOnce),
      );
      return asAnswer(null);
    });
    if (this.form.problemOf('reason')) focusOn(`return-${entryId}`);
  }

  private async sendAct(
    words: string,
    content: unknown,
    send: (sendingOnce: SendingOnce) => Promise<Answered<ActDone>>,
  ): Promise<void> {
    if (this.isSending()) return;
    this.problem.set(null);
    // Said at once: the answer may take a while.
    this.isSending.set(true);
    await this.sendDecision(words, content, send);
    this.isSending.set(false);
  }

  private async sendDecision(
    words: string,
    content: unknown,
    send: (sending: SendingOnce) => Promise<Answered<ActDone>>,
  ): Promise<void> {
    const seq = this.item().seq ?? (await this.seqNow());
    if (seq === null) return;
    const answer = await this.keys.sendOnce(content, (idempotencyKey) =>
      send({ ifMatch: seq, idempotencyKey }),
    );
    if (answer.ok) {
      this.settled.emit(this.t(words, { reference: this.item().reference }));
      return;
    }
    this.problem.set(answer.problem);
    if (answer.problem.status === 412) this.outdated.emit();
  }

  private async seqNow(): Promise<number | null> {
    const page = await this.client.page(this.item());
    if (!page.ok) this.problem.set(page.problem);
    return page.ok ? page.value.seq : null;
  }
}

/** Once it is drawn: the button that was pressed is gone. */
function focusOn(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus());
}
