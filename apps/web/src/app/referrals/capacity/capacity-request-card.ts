import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AnswerCapacity, CapacityRequest, Problem, RemindPartner } from '@repere/contract';
import { ANSWER_REASONS } from '@repere/directory';
import { Language, SpaceTime } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import type { Answered, Sending } from '../../platform/api';
import { everyOf } from '../../platform/every-of';
import { SendingKey } from '../../platform/sending-key';
import { ReferralForm } from '../referral-form';
import { CapacityAnswerForm } from './capacity-answer-form';
import { CapacityClient } from './capacity-client';
import { TellForm } from './tell-form';

const WAYS = everyOf<RemindPartner['how']>()(['mail', 'telephone']);

type RequestForm = 'record' | 'refer' | 'tell';

/** One service that was asked: what it answers, how it can, and who the child is once it says yes. */
@Component({
  selector: 'app-capacity-request',
  imports: [ActProblem, CapacityAnswerForm, MatButton, ReferralForm, RouterLink, TellForm],
  templateUrl: './capacity-request-card.html',
  styleUrl: './capacity-request-card.scss',
})
export class CapacityRequestCard {
  private readonly client = inject(CapacityClient);
  private readonly keys = new SendingKey();
  protected readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  /** What was asked for. */
  readonly need = input.required<string>();
  readonly request = input.required<CapacityRequest>();
  readonly mayRefer = input.required<boolean>();
  readonly isClosed = input.required<boolean>();
  /** With what is to be said of it. */
  readonly changed = output<string>();

  /** A service without account or link has no mail that could be written to. */
  protected readonly ways = computed(() =>
    this.request().link || this.request().members.length ? WAYS : WAYS.filter((how) => how !== 'mail'),
  );
  /** Somebody looks, and this service may be told of the child. */
  protected readonly isAsked = computed(() => !this.isClosed() && this.request().state !== 'kept-away');
  protected readonly waits = computed(() => ['waiting', 'no-answer'].includes(this.request().state));
  protected readonly problem = signal<Problem | null>(null);
  /** Which form of this card stands open: one at a time in the page, since its fields have one name. */
  readonly openForm = model<string | null>(null);
  protected readonly memberIds = computed(() => this.request().members.map(({ id }) => id));
  protected readonly heldUntil = computed(() => {
    const { state, events } = this.request();
    return state === 'yes' ? (events.findLast(({ kind }) => kind === 'yes')?.heldUntil ?? null) : null;
  });
  protected readonly sharing = computed(() => ['/dossiers', this.caseFileId(), 'vie-privee']);
  protected readonly way = computed(() => {
    const { link, members } = this.request();
    if (members.length) return this.t('capacity.way.account');
    if (!link) return this.t('capacity.way.none');
    return this.t(`capacity.way.${link.state}`, { moment: link.until ? this.time.moment(link.until) : '' });
  });
  protected readonly lines = computed(() =>
    this.request().events.map(({ kind, at, by, reason, heldUntil, words, whomToCall }) => ({
      what: this.t(`capacity.event.${kind}`),
      when: [this.time.moment(at), by ?? this.t('capacity.said.link')].filter(Boolean).join(' · '),
      said: [
        ...(reason ? [this.language.localize(ANSWER_REASONS[reason])] : []),
        ...(heldUntil ? [this.t('capacity.said.until', { moment: this.time.moment(heldUntil) })] : []),
        ...(words ? [words] : []),
        ...(whomToCall ? [this.t('capacity.said.call', { whom: whomToCall })] : []),
      ],
    })),
  );

  protected readonly recordAnswer = (answer: AnswerCapacity, sending: Sending) =>
    this.client.recordAnswer(this.caseFileId(), this.request().id, answer, sending);

  protected isShown(form: RequestForm): boolean {
    return this.openForm() === this.keyOf(form);
  }

  protected toggle(form: RequestForm): void {
    this.openForm.set(this.isShown(form) ? null : this.keyOf(form));
  }

  private keyOf(form: RequestForm): string {
    return `${form} ${this.request().id}`;
  }

  protected renew(): Promise<void> {
    const { id, link } = this.request();
    return this.sendAct([id, link?.until], this.t('capacity.renewed'), (sending) =>
      this.client.renewLink(this.caseFileId(), id, sending),
    );
  }

  protected remind(how: RemindPartner['how']): Promise<void> {
    const { id, events } = this.request();
    return this.sendAct([id, how, String(events.length)], this.t('capacity.reminded'), (sending) =>
      this.client.remind(this.caseFileId(), id, how, sending),
    );
  }

  private async sendAct(
    what: readonly (string | null | undefined)[],
    news: string,
    send: (sending: Sending) => Promise<Answered<void>>,
  ): Promise<void> {
    const answer = await this.keys.sendOnce(what, (idempotencyKey) => send({ idempotencyKey }));
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.changed.emit(news);
  }
}
