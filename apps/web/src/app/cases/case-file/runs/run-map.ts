import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RunView } from '@repere/case-engine';
import { Language, SpaceTime } from '@repere/ui';
import { NewerVersion } from '../../../protocols/editing/newer-version';
import { tallyOf } from './run-order';

/** The protocols of a case: how far each has come, what it says of the child so far, and on which text it stands. */
@Component({
  selector: 'app-run-map',
  imports: [NewerVersion, RouterLink],
  templateUrl: './run-map.html',
  styleUrl: './run-map.scss',
})
export class RunMap {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly runs = input.required<readonly RunView[]>();

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
}
