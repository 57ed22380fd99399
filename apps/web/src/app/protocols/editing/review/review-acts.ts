import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { sendBackLengths } from '@repere/contract/lengths';
import { asAnswer } from '../../../platform/api';
import { SendingForm } from '../../../platform/form/sending-form';
import { limitLength, requireValue } from '../../../platform/form/mistake';
import { ActProblem } from '../../../platform/act-problem';
import { DraftSession } from '../draft-session';
import type { WholeAct } from '../drafts-client';
import { PublicationBlockers } from './publication-blockers';

/** From the author's hands to a second person's, and out: what this reader may do now, and what is missing. */
@Component({
  selector: 'app-review-acts',
  imports: [ActProblem, FormField, MatButton, RouterLink, TextField, PublicationBlockers],
  templateUrl: './review-acts.html',
  styles: `
    :host {
      display: grid;
      gap: 1rem;
      justify-items: start;
    }
    p {
      margin: 0;
    }
    form {
      display: grid;
      gap: 0.75rem;
      justify-items: start;
      inline-size: 100%;
      max-inline-size: 40rem;
    }
    rp-text-field {
      inline-size: 100%;
    }
    app-publication-blockers {
      inline-size: 100%;
    }
  `,
})
export class ReviewActs {
  protected readonly t = inject(Language).t;
  protected readonly session = inject(DraftSession);
  protected readonly draft = this.session.current;
  private readonly missing = viewChild(PublicationBlockers);

  protected readonly opened = signal<'accept-loss' | 'send-back' | 'abandon' | null>(null);
  protected readonly form = new SendingForm({ reason: '' }, ({ reason }) => {
    requireValue(reason, 'editing.review.why-missing');
    limitLength(reason, sendBackLengths.reason);
  });
  protected readonly done = signal('');

  protected readonly may = computed(() => new Set(this.draft().may));
  protected readonly isClosed = computed(() => ['published', 'abandoned'].includes(this.draft().state));
  protected readonly published = computed(() => {
    const { state, protocol, version } = this.draft();
    return state === 'published' && version ? { protocol, version } : null;
  });

  protected openAct(act: 'accept-loss' | 'send-back' | 'abandon'): void {
    this.form.forget();
    this.opened.set(act);
  }

  protected async submit(): Promise<void> {
    await this.doing({ act: 'submit' });
  }

  protected async approveDraft(): Promise<void> {
    await this.doing({ act: 'approve' });
  }

  protected sendBack(event: Event): Promise<void> {
    return this.doingWithReason(event, 'send-back');
  }

  protected acceptLoss(event: Event): Promise<void> {
    return this.doingWithReason(event, 'accept-loss');
  }

  private async doingWithReason(event: Event, act: 'accept-loss' | 'send-back'): Promise<void> {
    const reason = this.form.typed().reason.trim();
    let isDone = false;
    await this.form.sendTyped(event, async () => {
      isDone = await this.doing({ act, why: { reason } });
      return asAnswer(null);
    });
    if (isDone) this.form.clear();
  }

  /** Too early, it says what is missing rather than nothing. */
  protected async publish(): Promise<void> {
    if (this.draft().blockedBy.length > 0) this.missing()?.focus();
    else await this.doing({ act: 'publish' });
  }

  protected async abandon(): Promise<void> {
    await this.doing({ act: 'abandon' });
  }

  private async doing(whole: WholeAct): Promise<boolean> {
    const isDone = await this.session.sendAct(whole);
    if (isDone) this.opened.set(null);
    this.done.set(isDone ? this.t(`editing.review.done.${whole.act}`) : '');
    return isDone;
  }
}
