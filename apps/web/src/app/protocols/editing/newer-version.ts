import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import { EditingRights } from './editing-rights';

/** Says that a run follows an older version than the one in force, and leads there: to read it, or to move the case. */
@Component({
  selector: 'app-newer-version',
  imports: [RouterLink],
  template: `
    <a class="rp-screen-only" [routerLink]="path()">{{ t('case.run.newer', { version: version() }) }}</a>
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
  protected readonly t = inject(Language).t;

  readonly protocol = input.required<string>();
  /** In force. */
  readonly version = input.required<string>();

  protected readonly path = computed(() => {
    const path = ['/protocoles', this.protocol(), this.version()];
    return this.rights.mayMove() ? [...path, 'dossiers-ouverts'] : path;
  });
}
