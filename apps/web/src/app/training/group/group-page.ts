import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Group, JoinCode, Learner, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { QrCode } from '../../access/factors/qr-code';
import { formatRoles } from '../../access/format-roles';
import { TimeLeft } from '../../access/play/time-left';
import { Session } from '../../access/session';
import type { Answered } from '../../platform/api';
import { PageHeading } from '../../platform/pages/page-heading';
import { Polling } from '../../platform/polling/polling';
import { ProblemLine } from '../../platform/problem-line';
import { RetriedLine } from '../../platform/polling/retried-line';
import { IssueCertificateForm } from '../certificates/issue-form';
import { CertificatesClient } from '../certificates-client';
import { GroupClient } from '../group-client';
import { OutOfForceLines } from '../scenarios/out-of-force';
import { isReachedByOthers } from './reached-by-others';

/** While people come in. */
const POLL_EVERY_MS = 3_000;

/** The class, for whoever leads: its code on the wall, who waits, who is in, and whether the score is shown. */
@Component({
  selector: 'app-group-page',
  imports: [
    ...[IssueCertificateForm, MatButton, OutOfForceLines, PageHeading, ProblemLine, QrCode],
    ...[RetriedLine, RouterLink, TimeLeft],
  ],
  templateUrl: './group-page.html',
  styleUrl: './group-page.scss',
})
export class GroupPage {
  private readonly client = inject(GroupClient);
  protected readonly certificates = inject(CertificatesClient);
  private readonly session = inject(Session);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly count = this.language.count;
  protected readonly localize = this.language.localize;
  protected readonly polling = new Polling(() => this.loadGroup());

  protected readonly isTraining = computed(() => this.session.about()?.space.kind === 'training');
  protected readonly group = signal<Group | null>(null);
  /** Only this page knows it, and only until it is left. */
  protected readonly code = signal<JoinCode | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  /** Whose certificate is being typed. */
  protected readonly certifying = signal<string | null>(null);
  /** Not once somebody else who leads took a new one, or closed the way in: it opens nothing any more. */
  protected readonly codeShown = computed(() => {
    const code = this.code();
    if (!code || code.until !== this.group()?.codeUntil) return null;
    return `${code.code.slice(0, 4)} ${code.code.slice(4)}`;
  });
  /** Else no device of the class comes here, and a code to scan would lead nowhere. */
  protected readonly isReached = isReachedByOthers(location);
  protected readonly address = `${location.origin}/formation/rejoindre`;
  protected readonly qr = computed(() => `${this.address}#${this.code()?.code ?? ''}`);
  protected readonly until = computed(() => {
    const at = this.group()?.codeUntil ?? null;
    return at === null ? null : this.clock(at);
  });
  protected readonly waiting = computed(() => this.those('waiting'));
  protected readonly admitted = computed(() => this.those('admitted'));
  protected readonly refused = computed(() => this.those('refused'));

  constructor() {
    if (this.isTraining()) void this.loadGroup();
  }

  protected async loadGroup(): Promise<void> {
    this.polling.stop();
    const answer = await this.client.group();
    if (answer.ok) this.group.set(answer.value);
    this.problem.set(this.polling.goOnAfter(answer, POLL_EVERY_MS));
  }

  protected async renew(): Promise<void> {
    const answer = await this.client.renewCode();
    if (answer.ok) this.code.set(answer.value);
    await this.done(answer, this.t('training.group.opened'));
  }

  protected async closeCode(): Promise<void> {
    const answer = await this.client.closeCode();
    if (answer.ok) this.code.set(null);
    await this.done(answer, this.t('training.group.closed'));
  }

  protected async decide({ id, name }: Pick<Learner, 'id' | 'name'>, isAdmitted: boolean): Promise<void> {
    const news = this.t(isAdmitted ? 'training.group.is-in' : 'training.group.is-out', { name });
    await this.done(await this.client.decide(id, isAdmitted), news);
  }

  protected async admitAll(): Promise<void> {
    for (const { id } of this.waiting()) {
      const answer = await this.client.decide(id, true);
      if (!answer.ok) return this.done(answer, '');
    }
    await this.loadGroup();
    this.news.set(this.t('training.group.all-in'));
  }

  protected async certified(name: string): Promise<void> {
    this.certifying.set(null);
    await this.loadGroup();
    this.news.set(this.t('training.certificate.done', { name }));
  }

  protected async beginAssessment(): Promise<void> {
    await this.done(await this.client.beginAssessment(), this.t('training.limit.begun'));
  }

  protected async showScore(isShown: boolean): Promise<void> {
    const news = this.t(isShown ? 'training.group.score-shown' : 'training.group.score-hidden');
    await this.done(await this.client.showScore(isShown), news);
  }

  private async done(answer: Answered<unknown>, news: string): Promise<void> {
    await this.loadGroup();
    if (!answer.ok) return this.problem.set(answer.problem);
    this.news.set(news);
  }

  private those(state: Learner['state']) {
    return (this.group()?.learners ?? [])
      .filter((it) => it.state === state)
      .map(({ id, name, role, isCertified, tookPart }) => ({
        ...{ id, name, isCertified, tookPart },
        role: formatRoles([role], this.t),
        part: this.t(`training.certificate.part.${tookPart ?? 'none'}`),
      }));
  }

  /** Of the machine's clock: the space's may stand anywhere. */
  private clock(at: string): string {
    return new Intl.DateTimeFormat(this.language.current(), { hour: '2-digit', minute: '2-digit' }).format(
      new Date(at),
    );
  }
}
