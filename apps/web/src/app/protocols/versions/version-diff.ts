import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { Problem, ProtocolDiff } from '@repere/contract';
import { Icon, type IconName, Language } from '@repere/ui';
import { ProblemLine } from '../../platform/problem-line';
import { ProtocolsClient } from '../protocols-client';
import { type ChangeGroup, groupChanges } from './group-changes';

const ICONS: Partial<Record<ChangeGroup, IconName>> = {
  lost: 'danger',
  less: 'danger',
  'to-review': 'search',
};

/** What changes from one version to another, in words: what protects less first. */
@Component({
  selector: 'app-version-diff',
  imports: [Icon, ProblemLine],
  templateUrl: './version-diff.html',
  styleUrl: './version-diff.scss',
})
export class VersionDiff {
  private readonly client = inject(ProtocolsClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly name = input.required<string>();
  readonly from = input.required<string>();
  readonly to = input.required<string>();

  protected readonly diff = signal<ProtocolDiff | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly groups = computed(() =>
    groupChanges(this.diff()?.changes ?? []).map((group) => ({ ...group, icon: ICONS[group.name] })),
  );
  protected readonly tally = computed(() =>
    this.language.count('protocols.diff.changes', this.diff()?.changes.length ?? 0),
  );
  private turn = 0;

  constructor() {
    effect(() => {
      this.name();
      this.from();
      this.to();
      untracked(() => void this.loadDiff());
    });
  }

  protected async loadDiff(): Promise<void> {
    const turn = ++this.turn;
    this.diff.set(null);
    const answer = await this.client.diff(this.name(), this.from(), this.to());
    if (turn !== this.turn) return;
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.diff.set(answer.value);
  }
}
