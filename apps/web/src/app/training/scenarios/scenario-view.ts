import { Component, computed, inject, input } from '@angular/core';
import type { ScenarioBeat } from '@repere/protocol';
import { describeExpectation, describeTime, describeTrigger, type ReadingGrounds } from '@repere/training';
import { Language } from '@repere/ui';

/** A scenario to be read: its story, who is in it, what the world brings in, what is looked for, what is asked and said. */
@Component({
  selector: 'app-scenario-view',
  templateUrl: './scenario-view.html',
  styleUrl: './scenario-view.scss',
})
export class ScenarioView {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly grounds = input.required<ReadingGrounds>();

  protected readonly scenario = computed(() => this.grounds().scenario);
  protected readonly period = computed(() => {
    const { begins, ends } = this.scenario();
    return this.t('scenarios.read.period', {
      begins: this.localize(describeTime(begins)),
      ends: this.localize(describeTime(ends)),
    });
  });
  protected readonly beats = computed(() => this.scenario().beats.map((it) => this.withTime(it)));
  protected readonly injects = computed(() => (this.scenario().injects ?? []).map((it) => this.withTime(it)));
  protected readonly expectations = computed(() =>
    this.scenario().expectations.map((it) => ({
      id: it.id,
      title: this.localize(it.title),
      points: this.language.count('scenarios.read.points', it.points ?? 1),
      lines: describeExpectation(this.grounds(), it).map((line) => this.localize(line)),
      basis: (it.basis ?? []).join(' · '),
    })),
  );
  protected readonly titles = computed(
    () =>
      new Map(
        [...this.scenario().beats, ...(this.scenario().injects ?? [])].map(
          ({ id, title }) => [id, this.localize(title)] as const,
        ),
      ),
  );

  private withTime(beat: ScenarioBeat) {
    const when = this.localize(describeTrigger(this.grounds().set, this.scenario(), beat));
    return { ...beat, when: when.charAt(0).toLocaleUpperCase() + when.slice(1) };
  }
}
