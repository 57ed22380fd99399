import { inject, signal } from '@angular/core';
import type {
  PreparedTerms,
  PrepareReferral,
  Problem,
  ResumedReferral,
  SeenPrepared,
} from '@repere/contract';
import type { Answered, Sending } from '../../platform/api';
import { SendingKey } from '../../platform/sending-key';
import { PreparedClient } from './prepared-client';

/** Whom it is for. */
type To = { readonly accountId: string } | { readonly serviceId: string };

/** What a form of a referral holds, kept without being sent: by whoever composes it, for whoever of the case goes on. */
export class Keeping {
  private readonly client = inject(PreparedClient);
  private readonly keys = new SendingKey();
  /** What is kept, as this form knows it: it goes with what is sent. */
  readonly seen = signal<SeenPrepared | null>(null);
  /** Of one that is taken up again. */
  readonly resumed = signal<ResumedReferral | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly isKept = signal(false);
  /** It was to be kept before it was said for whom. */
  readonly isForNobody = signal(false);

  /** `null`: it is no more, or was never there. */
  async resume(caseFileId: string, id: string): Promise<ResumedReferral | null> {
    const answer = await this.client.resume(caseFileId, id);
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return null;
    const { prepared } = answer.value;
    this.seen.set({ id: prepared.id, version: prepared.version });
    this.resumed.set(answer.value);
    return answer.value;
  }

  async keepTyped(caseFileId: string, to: To, terms: PreparedTerms): Promise<void> {
    const seen = this.seen();
    const referral = { ...to, terms };
    this.isKept.set(false);
    const answer = await this.keys.sendOnce([seen, referral], (idempotencyKey) =>
      this.sendTyped(caseFileId, seen, referral, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.seen.set(answer.value);
    this.isKept.set(true);
  }

  private async sendTyped(
    caseFileId: string,
    seen: SeenPrepared | null,
    referral: PrepareReferral,
    sending: Sending,
  ): Promise<Answered<SeenPrepared>> {
    if (seen === null) {
      const made = await this.client.prepare(caseFileId, referral, sending);
      return made.ok ? { ...made, value: { id: made.value.id, version: 1 } } : made;
    }
    const { id, version } = seen;
    const kept = await this.client.changePrepared(caseFileId, id, { ...referral, version }, sending);
    return kept.ok ? { ...kept, value: { id, version: version + 1 } } : kept;
  }

  /** It was sent: what is composed next is another one. */
  forget(): void {
    this.seen.set(null);
    this.resumed.set(null);
    this.isKept.set(false);
  }
}
