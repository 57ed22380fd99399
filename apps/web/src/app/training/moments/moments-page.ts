import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Moments, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { spaceWords } from '../../access/play/space-words';
import { Session } from '../../access/session';
import { PageHeading } from '../../platform/pages/page-heading';
import { Polling } from '../../platform/polling/polling';
import { ProblemLine } from '../../platform/problem-line';
import { RetriedLine } from '../../platform/polling/retried-line';
import { MomentsClient } from '../moments-client';
import { MomentList } from './moment-list';

/** What is being made is asked about so often. */
const POLL_EVERY_MS = 700;

/** Going back in a training space: moments that were kept, branches that began with one, and whether this branch holds on to its past. */
@Component({
  selector: 'app-moments-page',
  imports: [MatButton, MomentList, PageHeading, ProblemLine, RetriedLine, RouterLink],
  templateUrl: './moments-page.html',
  styles: `
    section {
      max-inline-size: 44rem;
    }
    h2 {
      margin-block: 1.75rem 0.5rem;
      font-size: 1.15em;
    }
    p {
      margin-block: 0.25rem;
    }
    .news:empty {
      display: none;
    }
    .rp-list > li {
      padding-block: 0.5rem;
      border-block-end: 1px solid var(--rp-line);
    }
    code {
      overflow-wrap: anywhere;
    }
    .broken {
      font-weight: 600;
    }
  `,
})
export class MomentsPage {
  private readonly client = inject(MomentsClient);
  private readonly session = inject(Session);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly polling = new Polling(() => this.loadMoments());

  protected readonly isTraining = computed(() => this.session.about()?.space.kind === 'training');
  protected readonly answer = signal<Moments | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly branches = computed(() =>
    (this.answer()?.branches ?? []).map((branch) => ({ ...branch, when: this.time.exactly(branch.at) })),
  );
  protected readonly past = computed(() => {
    const past = this.answer()?.past ?? null;
    if (past === null) return null;
    const holds = past.holds && past.holdsInParent !== false;
    const word = !holds ? 'broken' : past.holdsInParent === null ? 'holds-alone' : 'holds';
    return { holds, root: past.root, words: this.t(`spaces.past.${word}`, { n: past.size }) };
  });

  constructor() {
    if (this.isTraining()) void this.language.useAlso(spaceWords).then(() => this.loadMoments());
  }

  protected async loadMoments(): Promise<void> {
    this.polling.stop();
    const answer = await this.client.listMoments();
    if (answer.ok) this.showMoments(answer.value);
    this.problem.set(this.polling.goOnAfter(answer, this.isMaking() ? POLL_EVERY_MS : null));
  }

  private showMoments(answer: Moments): void {
    const before = this.answer();
    this.answer.set(answer);
    const { moments, branches } = answer;
    // What is made while the page asks, or was already there when it asked first.
    const isNew = (known: boolean | undefined): boolean => before !== null && known !== true;
    const kept = moments.find(
      ({ id, state }) =>
        state === 'kept' && isNew(before?.moments.some((it) => it.id === id && it.state === 'kept')),
    );
    if (kept) this.news.set(this.t('spaces.moments.is-kept', { title: kept.title }));
    const ready = branches.find(
      ({ key, state }) =>
        state === 'open' && isNew(before?.branches.some((it) => it.key === key && it.state === 'open')),
    );
    if (ready) this.news.set(this.t('spaces.done.ready', { title: ready.title }));
  }

  private isMaking(): boolean {
    const { moments = [], branches = [] } = this.answer() ?? {};
    return (
      moments.some(({ state }) => state === 'making') || branches.some(({ state }) => state === 'creating')
    );
  }

  protected branched(title: string): Promise<void> {
    this.news.set(this.t('spaces.done.created', { title }));
    return this.loadMoments();
  }

  protected async enterBranch(key: string): Promise<void> {
    const answer = await this.client.enterBranch(key);
    if (answer.ok) location.assign(answer.value.path);
    else this.problem.set(answer.problem);
  }
}
