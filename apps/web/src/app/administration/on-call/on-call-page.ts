import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type {
  OnCallContact,
  OnCallContactToWrite,
  OnCallDirectory,
  OnCallKind as KindOnCall,
  Problem,
} from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import type { Answered, Sending } from '../../platform/api';
import { ActProblem } from '../../platform/act-problem';
import { interpreterLines } from '../../platform/interpreter-lines';
import { openingHours } from '../../platform/opening-hours';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { SendingKey } from '../../platform/sending-key';
import { AdministrationTabs } from '../administration-tabs';
import { KeptActs } from './kept-acts';
import { OnCallContactsClient } from './on-call-contacts-client';
import { OnCallForm } from './on-call-form';

/** What the one open form is about: a kind of a territory, and the contact that it changes. */
interface Open {
  readonly territory: string;
  readonly kind: KindOnCall['kind'];
  readonly contact: OnCallContact | null;
}

/** Whom to call in each territory, kept here; what is missing stands first. */
@Component({
  selector: 'app-on-call-page',
  imports: [ActProblem, AdministrationTabs, KeptActs, MatButton, OnCallForm, PageHeading, ProblemLine],
  templateUrl: './on-call-page.html',
  styleUrl: './on-call-page.scss',
})
export class OnCallPage {
  private readonly client = inject(OnCallContactsClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  private readonly keys = new SendingKey();
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  private readonly directory = signal<OnCallDirectory | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly open = signal<Open | null>(null);
  protected readonly territories = computed(
    () =>
      this.directory()?.items.map((it) => {
        const missing = it.kinds.filter(({ contacts }) => contacts.length === 0);
        return { ...it, missing: missing.map(({ title }) => this.localize(title)) };
      }) ?? null,
  );

  constructor() {
    void this.loadContacts();
  }

  protected async loadContacts(): Promise<void> {
    const answer = await this.client.listContacts();
    this.unread.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.directory.set(answer.value);
  }

  protected isOpen(territory: string, kind: string, contact: OnCallContact | null): boolean {
    const open = this.open();
    return open?.territory === territory && open.kind === kind && open.contact?.id === contact?.id;
  }

  protected readonly writeContact = async (
    contact: OnCallContactToWrite,
    sending: Sending,
  ): Promise<Answered<OnCallDirectory> | null> => {
    const open = this.open();
    if (!open) return null;
    const { territory, kind } = open;
    const answer = await (open.contact
      ? this.client.changeContact(open.contact.id, contact, sending)
      : this.client.addContact({ territory, kind }, contact, sending));
    if (answer.ok) this.directory.set(answer.value);
    return answer;
  };

  protected written(name: string): void {
    this.open.set(null);
    this.news.set(this.t('administration.on-call.added', { name }));
  }

  protected async verify({ id }: OnCallContact): Promise<void> {
    const answer = await this.keys.sendOnce(['verify', id], (idempotencyKey) =>
      this.client.verify(id, { idempotencyKey }),
    );
    this.announceOutcome(answer, 'checked');
    if (answer.ok) this.directory.set(answer.value);
  }

  protected async removeContact({ id }: OnCallContact): Promise<void> {
    const answer = await this.keys.sendOnce(['remove', id], (idempotencyKey) =>
      this.client.removeContact(id, { idempotencyKey }),
    );
    this.announceOutcome(answer, 'removed');
    if (answer.ok) this.directory.set(answer.value);
  }

  protected verified({ verifiedAt }: OnCallContact): string {
    return this.t('administration.on-call.verified', { day: this.time.day(verifiedAt) });
  }

  protected hours(contact: OnCallContact): string {
    return openingHours(contact, this.t).join(' · ');
  }

  protected more(contact: OnCallContact): readonly string[] {
    return interpreterLines(contact, this.t);
  }

  protected missingWords(count: number): string {
    return this.language.count('administration.on-call.missing', count);
  }

  protected labelled(act: string, who: string): string {
    return this.t('administration.on-call.of', { act, who });
  }

  private announceOutcome(answer: Answered<unknown>, what: 'checked' | 'removed'): void {
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.news.set(this.t(`administration.on-call.${what}`));
  }
}
