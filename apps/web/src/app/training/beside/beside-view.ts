import { Component, computed, DestroyRef, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { ActBeside, LostPoint } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { PartFold } from '../../platform/pages/part-fold';
import { NavigationStateStore } from '../../platform/navigation-state-store';
import { BesideTable } from './beside-table';
import { showBesideLine } from './beside-line';

/** Where somebody stood in it when they left. */
interface Left {
  readonly learner: string | null;
  readonly place: number;
}

/** The model run beside what the class did, one act after the other, of everybody or of one learner; on paper all of it as a table. */
@Component({
  selector: 'app-beside-view',
  imports: [BesideTable, MatButton, PartFold, RouterLink],
  templateUrl: './beside-view.html',
  styleUrl: './beside-view.scss',
})
export class BesideView {
  private readonly navigationState = inject(NavigationStateStore);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly count = this.language.count;

  readonly acts = input.required<readonly ActBeside[]>();
  readonly lost = input.required<readonly LostPoint[]>();
  readonly caseFileId = input.required<string>();

  /** Whoever looks at a moment of the case comes back to where they were. */
  private readonly url = `${inject(Router).url}#beside`;
  private readonly left = this.navigationState.found<Left>(this.url);
  protected readonly wasLeft = this.left !== null;

  /** Whoever did something, in the order in which they first did. */
  protected readonly learners = computed(() => [
    ...new Set(this.acts().flatMap(({ group }) => (group?.who ? [group.who] : []))),
  ]);
  /** `null`: everybody, and what nobody did. */
  private readonly chosen = signal<string | null>(this.left?.learner ?? null);
  /** Somebody of whom nothing is there any more is nobody to stay with. */
  protected readonly learner = computed(() => {
    const chosen = this.chosen();
    return chosen !== null && this.learners().includes(chosen) ? chosen : null;
  });
  protected readonly isWhole = signal(false);
  protected readonly all = computed(() =>
    this.acts().map((act) => showBesideLine(act, this.lost(), this.language, (at) => this.time.exactly(at))),
  );
  protected readonly lines = computed(() => {
    const learner = this.learner();
    return learner === null ? this.all() : this.all().filter(({ group }) => group?.who === learner);
  });
  /** Begins anew with another learner. */
  protected readonly place = linkedSignal<string | null, number>({
    source: this.learner,
    computation: (_, before) => (before ? 0 : (this.left?.place ?? 0)),
  });
  protected readonly line = computed(() => this.lines()[Math.min(this.place(), this.lines().length - 1)]);
  protected readonly position = computed(() =>
    this.t('training.beside.position', { n: this.place() + 1, of: this.lines().length }),
  );
  protected readonly whose = computed(() => this.learner() ?? this.t('training.beside.everybody'));

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.navigationState.keepState(this.url, {
        learner: this.learner(),
        place: this.place(),
      } satisfies Left);
    });
  }

  /** After the last comes the first. */
  protected stepBy(by: 1 | -1): void {
    const { length } = this.lines();
    this.place.update((place) => (place + by + length) % length);
  }

  protected learnerBy(by: 1 | -1): void {
    const everybody = [null, ...this.learners()];
    const place = everybody.indexOf(this.learner());
    this.chosen.set(everybody[(place + by + everybody.length) % everybody.length] ?? null);
  }
}
