import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProtocolSummary } from '@repere/contract';
import { isNewer } from '@repere/protocol';
import { Language } from '@repere/ui';
import { TitlesInForce } from '../titles-in-force';
import { EditingRights } from './editing-rights';

/** Says that a run follows an older version than the one in force, and leads there: to read it, or to move the case. */
@Component({
  selector: 'app-newer-version',
  imports: [RouterLink],
  template: `
    @if (newer(); as version) {
      <a class="rp-screen-only" [routerLink]="path()">{{ t('case.run.newer', { version }) }}</a>
    }
  `,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 32px;
    }
  `,
})
export class NewerVersion {
  private readonly rights = inject(EditingRights);
  private readonly all = signal<readonly ProtocolSummary[]>([]);
  protected readonly t = inject(Language).t;

  readonly protocol = input.required<string>();
  /** That the run is pinned to; of a territory, `1.0.0+93`. */
  readonly version = input.required<string>();

  protected readonly newer = computed(() => {
    const inForce = this.all().find((it) => it.inForce && it.protocol === this.protocol())?.version;
    return inForce !== undefined && isNewer(inForce, this.version()) ? inForce : null;
  });
  protected readonly path = computed(() => {
    const path = ['/protocoles', this.protocol(), this.newer() ?? ''];
    return this.rights.mayMove() ? [...path, 'dossiers-ouverts'] : path;
  });

  constructor() {
    void inject(TitlesInForce)
      .summaries()
      .then((versions) => this.all.set(versions));
  }
}
