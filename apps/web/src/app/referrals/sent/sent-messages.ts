import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, SentReferral } from '@repere/contract';
import { Language } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import type { Sending } from '../../platform/api';
import { SendingKey } from '../../platform/sending-key';
import { MessagesView } from '../messages/messages-view';
import { ReferralsClient } from '../referrals-client';

/** Under a referral, for who refers: what was written with its service. What the service wrote waits until somebody says that it is read. */
@Component({
  selector: 'app-sent-messages',
  imports: [ActProblem, MatButton, MessagesView],
  template: `
    @if (messages(); as messages) {
      @if (messages.items.length || messages.mayWrite) {
        <details [open]="messages.items.length > 0" (toggle)="isOpen.set($any($event.target).open)">
          <summary>{{ t('referrals.messages.title') }}</summary>
          @if (isOpen() || messages.items.length) {
            <app-messages-view
              side="team"
              [messages]="messages"
              [isAnswerDue]="isAnswerDue()"
              [isReadByLink]="referral().service !== null"
              [sending]="writeToService"
              (sent)="changed.emit()"
            />
          }
          @if (toMark(); as readUntil) {
            <p class="rp-acts">
              <button
                matButton="outlined"
                type="button"
                [attr.aria-label]="t('referrals.messages.mark') + ' – ' + referral().partner.name"
                (click)="markRead(readUntil)"
              >
                {{ t('referrals.messages.mark') }}
              </button>
            </p>
          }
          <app-act-problem [problem]="problem()" />
        </details>
      }
    }
  `,
  styles: `
    summary {
      min-block-size: 44px;
      padding-block: 0.6rem;
      color: var(--rp-primary);
      cursor: pointer;
    }
  `,
})
export class SentMessages {
  private readonly client = inject(ReferralsClient);
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly referral = input.required<SentReferral>();
  readonly mayRefer = input.required<boolean>();
  readonly isAnswerDue = input.required<boolean>();
  readonly changed = output();

  protected readonly isOpen = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly messages = computed(() => this.referral().messages);
  /** The newest of the service that this page shows in words. */
  private readonly newest = computed(() =>
    this.messages().items.findLast(({ from, words }) => from === 'service' && words !== null),
  );
  protected readonly toMark = computed(() => {
    const newest = this.newest();
    return this.mayRefer() && newest?.seenAt === null ? newest.at : null;
  });

  /** What stood on the page when it was written is read; what came since is not. */
  protected readonly writeToService = (words: string, sending: Sending) => {
    const readUntil = this.newest()?.at;
    const message = { words, ...(readUntil !== undefined && { readUntil }) };
    return this.client.writeToService(this.caseFileId(), this.referral().id, message, sending);
  };

  protected async markRead(readUntil: string): Promise<void> {
    const { id } = this.referral();
    const answer = await this.keys.sendOnce([id, 'messages-read', readUntil], (idempotencyKey) =>
      this.client.markRead(this.caseFileId(), id, { readUntil }, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.changed.emit();
  }
}
