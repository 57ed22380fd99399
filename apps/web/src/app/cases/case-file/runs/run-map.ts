import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { RunView } from '@repere/case-engine';
import { Language, SpaceTime } from '@repere/ui';
import { isWideScreen } from '../../../platform/pages/wide-screen';
import { NewerVersion } from '../../../protocols/editing/newer-version';
import { tallyOf } from './run-order';

/** On a narrow screen so many protocols stand open; more are folded. */
const MOST_IN_SIGHT = 3;

/** The protocols of a case: how far each has come, what it says of the child so far, and on which text it stands. */
@Component({
  selector: 'app-run-map',
  imports: [NewerVersion, NgTemplateOutlet, RouterLink],
  templateUrl: './run-map.html',
  styleUrl: './run-map.scss',
})
export class RunMap {
  protected readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly runs = input.required<readonly RunView[]>();
  /** Versions in force, by run that is at work by an older one. */
  readonly newerVersions = input<Readonly<Record<string, string>>>({});

  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  private readonly isWide = isWideScreen();
  protected readonly isFoldable = computed(() => !this.isWide && this.runs().length > MOST_IN_SIGHT);
  /** Unfolded for who comes to one of them, and once one more is engaged. */
  protected readonly isUnfolded = linkedSignal<{ count: number; isWanted: boolean }, boolean>({
    source: () => ({
      count: this.runs().length,
      isWanted: this.fragment()?.startsWith('run-') ?? false,
    }),
    computation: ({ count, isWanted }, before) =>
      isWanted || before?.value === true || (before !== undefined && count > before.source.count),
  });
  protected readonly late = computed(() =>
    this.runs().reduce((sum, run) => sum + tallyOf(run, this.time.now()).late, 0),
  );
  protected readonly lines = computed(() =>
    this.runs().map((run) => {
      const { late, over, all } = tallyOf(run, this.time.now());
      return {
        run,
        over,
        all,
        progress: run.ended
          ? this.t('case.run.ended')
          : this.t('case.run.progress', { done: String(over), all: String(all) }),
        late: late ? this.language.count('case.run.late', late) : null,
        since: this.t('case.run.since', { day: this.time.day(run.openedAt) }),
      };
    }),
  );

  protected keepFold(event: Event): void {
    if (event.target instanceof HTMLDetailsElement) this.isUnfolded.set(event.target.open);
  }
}
