import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, TrainingSpace, TrainingSpaces } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { spaceWords } from '../../access/play/space-words';
import type { Answered } from '../../platform/api';
import { Polling } from '../../platform/polling/polling';
import { ProblemLine } from '../../platform/problem-line';
import { RetriedLine } from '../../platform/polling/retried-line';
import { SendingKey } from '../../platform/sending-key';
import { TrainingClient } from '../training-client';
import { MomentList } from '../moments/moment-list';
import { LoadForm } from './load-form';
import { NewSpaceForm, type ScenarioChoice } from './new-space-form';

/** A space that is being made is asked about so often; cases that come take minutes. */
const POLL_EVERY_MS = 700;
const POLL_LOADS_MS = 5_000;

/** What is done only once it was said that it is meant: both take everything away that was done in the space. */
interface Asked {
  readonly key: string;
  readonly what: 'anew' | 'delete';
}

/** The training spaces of whoever leads: make one, go in, begin it anew, put it away. */
@Component({
  selector: 'app-space-list',
  imports: [LoadForm, MatButton, MomentList, NewSpaceForm, ProblemLine, RetriedLine],
  templateUrl: './space-list.html',
  styleUrl: './space-list.scss',
})
export class SpaceList {
  private readonly client = inject(TrainingClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  private readonly keys = new SendingKey();
  protected readonly t = this.language.t;
  protected readonly count = this.language.count;
  protected readonly polling = new Polling(() => this.loadSpaces());

  readonly scenarios = input.required<readonly ScenarioChoice[]>();
  /** The one that a space is to begin with. */
  readonly chosen = input<string | null>(null);

  /** The one whose leader came from its bar to delete it. */
  readonly erased = input<string | null>(null);

  protected readonly answer = signal<TrainingSpaces | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly asked = linkedSignal<Asked | null>(() => {
    const key = this.erased();
    return key !== null && this.answer()?.spaces.some((it) => it.key === key)
      ? { key, what: 'delete' }
      : null;
  });
  /** The space for which cases are being asked for. */
  protected readonly loading = signal<string | null>(null);
  protected readonly news = signal('');
  protected readonly lines = computed(() =>
    (this.answer()?.spaces ?? []).map((space) => ({
      ...space,
      about: this.beginningOf(space),
      now: this.time.exactly(space.now),
      entered: this.time.exactly(space.enteredAt),
      branches: this.branchesOf(space.key).map((title) => this.t('spaces.quoted', { title })),
      ends: space.endsSoon ? this.time.exactly(space.endsAt) : null,
    })),
  );

  constructor() {
    void this.language.useAlso(spaceWords).then(() => this.loadSpaces());
  }

  protected async loadSpaces(): Promise<void> {
    this.polling.stop();
    const making = this.making();
    const answer = await this.client.spaces();
    if (answer.ok) {
      this.answer.set(answer.value);
      const ready = answer.value.spaces.find(({ key, state }) => state === 'open' && making.has(key));
      if (ready) this.news.set(this.t('spaces.done.ready', { title: ready.title }));
    }
    this.problem.set(this.polling.goOnAfter(answer, this.nextLook()));
  }

  protected watch({ title }: TrainingSpace): Promise<void> {
    this.news.set(this.t('spaces.done.created', { title }));
    return this.loadSpaces();
  }

  protected async enterSpace(key: string): Promise<void> {
    const answer = await this.client.enterSpace(key);
    if (answer.ok) location.assign(answer.value.path);
    else this.problem.set(answer.problem);
  }

  protected async changeSpace(key: string, change: 'archive' | 'reopen' | 'begin-anew'): Promise<void> {
    await this.done(
      await this.keys.sendOnce([key, change], (idempotencyKey) =>
        this.client.changeSpace(key, change, { idempotencyKey }),
      ),
      '',
    );
  }

  protected watchLoad({ title }: TrainingSpace): Promise<void> {
    this.loading.set(null);
    this.news.set(this.t('spaces.load.asked', { title }));
    return this.loadSpaces();
  }

  protected async changeLoad(key: string, change: 'stop' | 'go-on'): Promise<void> {
    await this.done(
      await this.keys.sendOnce([key, 'load', change], (idempotencyKey) =>
        this.client.changeLoad(key, change, { idempotencyKey }),
      ),
      '',
    );
  }

  protected async goOn({ key, what }: Asked, keepsBranches = false): Promise<void> {
    this.asked.set(null);
    if (what === 'anew') await this.changeSpace(key, 'begin-anew');
    else await this.done(await this.client.removeSpace(key, keepsBranches), this.t('spaces.done.deleted'));
  }

  /** Titles of the spaces that began with a moment of this one, or of one of those: they have its past. */
  private branchesOf(key: string): readonly string[] {
    const spaces = this.answer()?.spaces ?? [];
    const line = new Set([key]);
    // Newest first: a branch comes before what it was made from.
    for (const { key: own, branchOf } of spaces.toReversed())
      if (branchOf && line.has(branchOf.key)) line.add(own);
    line.delete(key);
    return spaces.flatMap((it) => (line.has(it.key) ? it.title : []));
  }

  private async done(answer: Answered<unknown>, news: string): Promise<void> {
    if (!answer.ok) return this.problem.set(answer.problem);
    this.news.set(news);
    await this.loadSpaces();
  }

  private making(): ReadonlySet<string> {
    const spaces = this.answer()?.spaces ?? [];
    return new Set(spaces.filter(({ state }) => state === 'creating').map(({ key }) => key));
  }

  /** In milliseconds; `null`: nothing is on its way. */
  private nextLook(): number | null {
    const spaces = this.answer()?.spaces ?? [];
    if (spaces.some(isBusy)) return POLL_EVERY_MS;
    return spaces.some(({ load }) => load?.state === 'waiting') ? POLL_LOADS_MS : null;
  }

  private beginningOf({ scenario, scenarioTitle, branchOf }: TrainingSpace): string {
    if (branchOf !== null) {
      const when = this.time.exactly(branchOf.at);
      const parent = this.answer()?.spaces.find(({ key }) => key === branchOf.key);
      return parent
        ? this.t('spaces.branch-of', { title: parent.title, when })
        : this.t('spaces.branch-of-gone', { when });
    }
    if (scenario === null) return this.t('spaces.empty');
    const title = scenarioTitle ? this.language.localize(scenarioTitle) : scenario;
    return this.t('spaces.begins-with', { scenario: title });
  }
}

/** Something of it is being made: its page asks again. */
const isBusy = ({ state, moments }: TrainingSpace): boolean =>
  state === 'creating' || state === 'copying' || moments.some((it) => it.state === 'making');
