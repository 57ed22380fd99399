import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OnCallContact, OnCallPage, Problem, StepCall } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { interpreterLines } from '../../platform/interpreter-lines';
import { openingHours } from '../../platform/opening-hours';
import { SendingKey } from '../../platform/sending-key';
import { dialAddress } from './dial-address';
import { OnCallClient } from './on-call-client';

/** Whom to call here: numbers that dial, hours, what to say, and that they were called in one press. Who is missing is said. */
@Component({
  selector: 'app-on-call-panel',
  imports: [ActProblem, Icon, MatButton],
  templateUrl: './on-call-panel.html',
  styleUrl: './on-call-panel.scss',
})
export class OnCallPanel {
  private readonly client = inject(OnCallClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly dialAddress = dialAddress;

  readonly caseFileId = input.required<string>();
  readonly runId = input.required<string>();
  readonly page = input.required<OnCallPage>();
  /** It stands beside a form, and is not what the page is about. */
  readonly isBeside = input(false);
  /** A call was recorded: what is shown is to be read anew. */
  readonly called = output();

  private readonly keys = new SendingKey();
  protected readonly problem = signal<Problem | null>(null);
  /** Said once it is recorded, at the kind that was called. */
  protected readonly news = signal<string | null>(null);
  protected readonly kinds = computed(() =>
    this.page().kinds.map((kind) => ({
      ...kind,
      // Of who is missing, that they were called can be said all the same.
      rows: kind.contacts.length > 0 ? kind.contacts : [null],
    })),
  );

  /** What to say to each of several would push the form away: it is a press from the number. */
  protected readonly foldsSay = computed(() => this.isBeside() && this.kinds().length > 1);

  protected async recordCall(
    kind: StepCall,
    contact: OnCallContact | null,
    answered: boolean,
  ): Promise<void> {
    const [step = ''] = kind.steps;
    const at = { caseFileId: this.caseFileId(), runId: this.runId(), step };
    const call = { whom: kind.kind, answered, ...(contact && { contactId: contact.id }) };
    this.news.set(null);
    const answer = await this.keys.sendOnce([at, call], (idempotencyKey) =>
      this.client.call(at, call, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.news.set(kind.kind);
    this.called.emit();
  }

  protected hours(contact: OnCallContact): readonly string[] {
    const lines = openingHours(contact, this.t);
    return contact.hours
      ? [this.t(contact.isOpen ? 'step.calls.open' : 'step.calls.closed'), ...lines]
      : lines;
  }

  protected more(contact: OnCallContact): readonly string[] {
    return interpreterLines(contact, this.t);
  }

  protected stale({ isStale, verifiedAt }: OnCallContact): string | null {
    return isStale ? this.t('step.calls.stale', { day: this.time.day(verifiedAt) }) : null;
  }

  protected past({ at, answered }: StepCall['calls'][number]): string {
    const when = this.time.moment(at);
    return this.t(answered ? 'step.calls.was-answered' : 'step.calls.was-silent', { when });
  }

  protected labelled(act: string, kind: StepCall, contact: OnCallContact | null): string {
    return this.t('step.calls.about', { act, who: contact?.name ?? this.localize(kind.title) });
  }
}
