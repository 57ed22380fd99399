import { Component, computed, inject, input } from '@angular/core';
import type { OutOfForce } from '@repere/contract';
import { Language } from '@repere/ui';

/** Of a scenario, the versions that nobody is held to now: who practises is told which one holds. */
@Component({
  selector: 'app-out-of-force',
  template: `
    @for (line of lines(); track $index) {
      <p>{{ line }}</p>
    }
  `,
  styles: `
    p {
      margin-block: 0.3rem;
      color: var(--rp-accent);
      font-weight: 600;
    }
  `,
})
export class OutOfForceLines {
  private readonly language = inject(Language);

  readonly versions = input.required<readonly OutOfForce[]>();

  protected readonly lines = computed(() =>
    this.versions().map(({ title, version, inForce }) =>
      this.language.t('scenarios.out-of-force', { title: this.language.localize(title), version, inForce }),
    ),
  );
}
