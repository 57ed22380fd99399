import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { nameOfLine, type PracticeRefusal } from '@repere/training';
import { Language } from '@repere/ui';
import { formatScenarioTime } from '../../protocols/examples/format-scenario-time';
import { PracticeSession } from './practice-session';

const HOUR = 3_600_000;
const STEPS = { hour: HOUR, day: 24 * HOUR } as const;

/** The clock of the story: forwards by an hour, a day, to the next deadline, or by the next step of the model. */
@Component({
  selector: 'app-practice-time-bar',
  imports: [MatButton],
  templateUrl: './time-bar.html',
  styleUrl: './time-bar.scss',
})
export class PracticeTimeBar {
  protected readonly session = inject(PracticeSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly localize = this.language.localize;

  protected readonly news = signal('');
  protected readonly now = computed(() => this.formatMoment(this.session.moment()?.at ?? 0));
  protected readonly nextDue = computed(() => {
    const at = this.session.nextDueAt();
    return at === null ? null : this.formatMoment(at);
  });
  protected readonly hasModel = computed(() => this.session.nextOfModel() !== null);

  wait(by: keyof typeof STEPS): void {
    const moment = this.session.moment();
    if (moment) this.report(this.session.perform({ kind: 'wait', until: moment.at + STEPS[by] }));
  }

  waitForDeadline(): void {
    const until = this.session.nextDueAt();
    if (until !== null) this.report(this.session.perform({ kind: 'wait', until }));
  }

  performModel(): void {
    const next = this.session.nextOfModel();
    if (!next) return;
    const done = this.session.performModelStep();
    const words = this.session.moment()?.entries.at(-1)?.what;
    if (done.ok) this.news.set(words ? this.localize(words) : (nameOfLine(next.line) ?? ''));
    else this.report(done);
  }

  private report(done: PracticeRefusal): void {
    if (done.ok) this.news.set('');
    else if (done.code === 'refused')
      this.news.set(done.reasons.map(({ text }) => this.localize(text)).join(' '));
    else this.news.set(this.t(`training.cannot.${done.code}`));
  }

  private formatMoment(at: number): string {
    return formatScenarioTime(at, this.session.zone(), this.language.current());
  }
}
