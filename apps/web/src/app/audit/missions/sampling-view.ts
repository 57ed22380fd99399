import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Mission } from '@repere/contract';
import { RISK_KINDS, RISK_WEIGHTS, RISK_WORDS } from '@repere/audit';
import { Icon, Language } from '@repere/ui';
import { drawsTheSame } from './draws-the-same';

/** How the cases were chosen, and the same draw again, here, from what is published. */
@Component({
  selector: 'app-sampling-view',
  imports: [Icon, MatButton],
  templateUrl: './sampling-view.html',
  styleUrl: './sampling-view.scss',
})
export class SamplingView {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly mission = input.required<Mission>();

  protected readonly again = signal<'same' | 'other' | null>(null);
  protected readonly lines = computed(() => {
    const { sampling, cases, plan } = this.mission();
    if (!sampling) return [];
    return [
      ['method', this.t(`audit.plan.method.${sampling.method}`)],
      ['frame', this.language.count('audit.plan.frame', sampling.frame.length)],
      ['drawn', String(cases.length) + (plan.size === undefined ? '' : ` / ${String(plan.size)}`)],
      ...(sampling.seed === null
        ? []
        : [
            ['seed', sampling.seed],
            ['seed-by', this.t(`audit.sampling.${sampling.seedGiven ? 'given' : 'by-server'}`)],
          ]),
      ['hash', sampling.frameHash],
    ].map(([key = '', said = '']) => ({ key, label: this.t(`audit.sampling.${key}`), said }));
  });
  protected readonly weights = computed(() =>
    this.mission().sampling?.method === 'risk'
      ? RISK_KINDS.map((kind) => {
          const { points, most, beyond } = RISK_WEIGHTS[kind];
          const params = { points, most, beyond, what: this.language.localize(RISK_WORDS[kind]) };
          return this.t(beyond > 0 ? 'audit.sampling.weight-beyond' : 'audit.sampling.weight', params);
        })
      : [],
  );

  /** In this browser, from the seed and the frame alone. */
  protected drawAgain(): void {
    this.again.set(drawsTheSame(this.mission(), sha256) ? 'same' : 'other');
  }
}
