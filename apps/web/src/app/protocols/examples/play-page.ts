import { Location } from '@angular/common';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField, form, max, min } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { Problem, ProtocolExample } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { Banner } from '@repere/ui/feedback';
import { writeThrough } from '../../platform/form/write-through';
import { ProblemLine } from '../../platform/problem-line';
import { OpenProtocol } from '../open-protocol';
import { ProtocolHead } from '../protocol-head';
import { partPath } from '../protocol-paths';
import { ProtocolsClient } from '../protocols-client';
import { TitlesInForce } from '../titles-in-force';
import type { Playing } from './play';
import { PlayedMomentView } from './played-moment';
import { formatScenarioTime } from './format-scenario-time';

const NOT_FOUND: Problem = { type: 'about:blank', title: 'not-found', status: 404, code: 'not-found' };

/** One made-up child's story, act by act, run by the engine here in the browser. Nothing is written. */
@Component({
  selector: 'app-play-page',
  imports: [Banner, FormField, Icon, PlayedMomentView, ProblemLine, ProtocolHead, RouterLink],
  templateUrl: './play-page.html',
  styleUrl: './play-page.scss',
  host: { class: 'rp-play' },
})
export class PlayPage {
  private readonly client = inject(ProtocolsClient);
  private readonly titles = inject(TitlesInForce);
  private readonly location = inject(Location);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly protocol = inject(OpenProtocol).current;

  // From the address.
  readonly example = input.required<string>();
  readonly acte = input<string>();

  protected readonly shown = signal<ProtocolExample | null>(null);
  protected readonly playing = signal<Playing | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isUntold = signal(false);
  protected readonly place = signal(0);
  protected readonly last = computed(() => (this.playing()?.moments.length ?? 1) - 1);
  protected readonly thumb = form(
    writeThrough<number>(
      () => this.place(),
      (place) => this.goToPlace(place),
    ),
    (place) => {
      min(place, 0);
      max(place, () => this.last());
    },
  );
  protected readonly listPath = computed(() =>
    partPath(this.protocol().protocol, this.protocol().version, 'examples'),
  );
  /** Where the story stands, in one line: what a slider says. */
  protected readonly told = computed(() => {
    const playing = this.playing();
    const moment = playing?.moments[this.place()];
    if (!playing || !moment) return '';
    const at = formatScenarioTime(moment.at, playing.zone, this.language.current());
    const act = moment.acts.find(({ who }) => who !== null) ?? moment.acts[0];
    const what = moment.refused
      ? this.t('protocols.play.refused-short')
      : act
        ? [act.who && this.localize(act.who), this.localize(act.what)].filter(Boolean).join(' ')
        : this.t(moment.expected.length ? 'protocols.play.check' : 'protocols.play.time');
    return this.t('protocols.play.where', { n: this.place(), all: this.last(), at, what });
  });

  constructor() {
    effect(() => {
      this.example();
      this.protocol();
      untracked(() => void this.loadExample());
    });
  }

  protected goToPlace(place: number): void {
    const wanted = Math.min(Math.max(0, place), this.last());
    if (wanted === this.place()) return;
    this.place.set(wanted);
    // Without the router, which would scroll: a reload and Back find the same moment.
    const [path = ''] = this.location.path().split('?');
    this.location.replaceState(path, wanted > 0 ? `acte=${wanted}` : '');
  }

  protected async loadExample(): Promise<void> {
    const { protocol, version } = this.protocol();
    const [examples, player] = await Promise.all([this.client.examples(protocol, version), import('./play')]);
    if (!examples.ok) return this.problem.set(examples.problem);
    const found = examples.value.find(({ id }) => id === this.example());
    if (!found) return this.problem.set(NOT_FOUND);
    this.shown.set(found);
    const bundle = await this.client.bundle(await this.versionsFor(player.versionsIn(found.yaml)));
    this.problem.set(bundle.ok ? null : bundle.problem);
    if (!bundle.ok) return;
    const playing = player.play(bundle.value, found.yaml);
    this.isUntold.set(playing === null);
    this.playing.set(playing);
    this.place.set(Math.min(Math.max(0, Math.trunc(Number(this.acte() ?? 0)) || 0), this.last()));
  }

  /** The story's own versions, and of all other protocols those in force: they open each other. */
  private async versionsFor(named: readonly (readonly [string, string])[]): Promise<readonly string[]> {
    const inForce = (await this.titles.summaries())
      .filter((it) => it.inForce && !named.some(([name]) => name === it.protocol))
      .map(({ protocol, version }) => `${protocol}@${version}`);
    return [...named.map(([name, version]) => `${name}@${version}`), ...inForce];
  }
}
