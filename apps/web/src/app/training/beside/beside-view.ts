import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ActBeside, LostPoint } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { BesideTable } from './beside-table';
import { showBesideLine } from './beside-line';

/** The model run beside what the class did, one act after the other, of everybody or of one learner; on paper all of it as a table. */
@Component({
  selector: 'app-beside-view',
  imports: [BesideTable, MatButton, RouterLink],
  templateUrl: './beside-view.html',
  styleUrl: './beside-view.scss',
})
export class BesideView {
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly count = this.language.count;

  readonly acts = input.required<readonly ActBeside[]>();
  readonly lost = input.required<readonly LostPoint[]>();
  readonly caseFileId = input.required<string>();

  /** Whoever did something, in the order in which they first did. */
  protected readonly learners = computed(() => [
    ...new Set(this.acts().flatMap(({ group }) => (group?.who ? [group.who] : []))),
  ]);
  /** `null`: everybody, and what nobody did. */
  protected readonly learner = signal<string | null>(null);
  protected readonly isWhole = signal(false);
  protected readonly all = computed(() =>
    this.acts().map((act) => showBesideLine(act, this.lost(), this.language, (at) => this.time.exactly(at))),
  );
  protected readonly lines = computed(() => {
    const learner = this.learner();
    return learner === null ? this.all() : this.all().filter(({ group }) => group?.who === learner);
  });
  /** Begins anew with another learner. */
  protected readonly place = linkedSignal({ source: this.learner, computation: () => 0 });
  protected readonly line = computed(() => this.lines()[Math.min(this.place(), this.lines().length - 1)]);
  protected readonly position = computed(() =>
    this.t('training.beside.position', { n: this.place() + 1, of: this.lines().length }),
  );
  protected readonly whose = computed(() => this.learner() ?? this.t('training.beside.everybody'));

  /** After the last comes the first. */
  protected stepBy(by: 1 | -1): void {
    const { length } = this.lines();
    this.place.update((place) => (place + by + length) % length);
  }

  protected learnerBy(by: 1 | -1): void {
    const everybody = [null, ...this.learners()];
    const place = everybody.indexOf(this.learner());
    this.learner.set(everybody[(place + by + everybody.length) % everybody.length] ?? null);
  }
}
