import { approverOf } from '@repere/protocol';
import { Component, computed, inject, signal } from '@angular/core';
import { explain, type OrderedStep, orderSteps } from '@repere/case-engine';
import { Language } from '@repere/ui';
import { OriginTag } from '@repere/ui/origin';
import { StatusWord } from '@repere/ui/status';
import { formatScenarioDeadline } from '../../protocols/examples/format-scenario-time';
import { nameOfRun } from './answers-to-line';
import { PracticeSession } from './practice-session';
import { PracticeStepForm } from './step-form';

/** What stands open is shown at once up to here. */
const MOST_SHOWN = 7;

/** What is to be done now, the most pressing first, with why and when; each opens as a form, or waits for a second person. */
@Component({
  selector: 'app-practice-due-list',
  imports: [OriginTag, PracticeStepForm, StatusWord],
  templateUrl: './due-list.html',
  styleUrl: './due-list.scss',
})
export class PracticeDueList {
  protected readonly session = inject(PracticeSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  protected readonly chosen = signal('');
  protected readonly showsAll = signal(false);
  protected readonly news = signal('');
  private readonly ordered = computed(() => {
    const view = this.session.view();
    return view ? orderSteps(view).filter((it) => it.isOpen || it.step.toApprove !== null) : [];
  });
  protected readonly lines = computed(() => {
    const all = this.ordered().map((it) => this.lineOf(it));
    return this.showsAll() ? all : all.slice(0, MOST_SHOWN);
  });
  protected readonly more = computed(() => this.ordered().length - this.lines().length);

  protected chooseStep(id: string): void {
    this.chosen.set(this.chosen() === id ? '' : id);
  }

  protected closeStep(title: string): void {
    this.chosen.set('');
    this.news.set(this.t('training.done', { title }));
  }

  protected approveStep({
    run,
    step,
    title,
  }: {
    readonly run: string;
    readonly step: string;
    readonly title: string;
  }): void {
    const runs = this.session.view()?.runs ?? [];
    const entered = approverOf(this.session.stepOf(run, step));
    const done = this.session.perform({
      kind: 'line',
      line: { approve: `${nameOfRun(runs, run)}.${step}`, entered },
    });
    const said =
      !done.ok && done.code === 'refused'
        ? done.reasons.map(({ text }) => this.localize(text)).join(' ')
        : '';
    this.news.set(done.ok ? this.t('training.approved', { title }) : said);
  }

  private lineOf({ run, step, band, deadline, of }: OrderedStep) {
    const state = this.session.moment()?.state;
    const isGuided = this.session.mode() === 'guided';
    const now = this.session.view()?.now ?? 0;
    const definition = this.session.stepOf(run.runId, step.id);
    const { dueAt = null, lateFrom = null, atOnce = false, metAt = null, origin = null } = deadline ?? {};
    const isLate = lateFrom !== null && lateFrom < now;
    const when = atOnce
      ? this.t('training.at-once')
      : dueAt === null || metAt !== null
        ? ''
        : formatScenarioDeadline(dueAt, this.session.zone(), this.language.current());
    return {
      id: `${run.runId} ${step.id} ${of}`,
      run: run.runId,
      step: step.id,
      title: this.localize(step.title),
      protocol: this.localize(run.title),
      state: step.state,
      band: this.t(`training.band.${band}`),
      isNow: band === 'protects-now' || band === 'late-law',
      due: when === '' ? '' : this.t(isLate ? 'training.late' : 'training.due', { when }),
      isLate,
      origin,
      waitsForSecond: step.toApprove !== null,
      isDone: of === 'approval' && step.toApprove === null,
      why: isGuided && state ? this.localize(explain(state, run.runId, step.id).summary) : '',
      guidance: isGuided && definition?.guidance ? this.localize(definition.guidance) : '',
      basis: isGuided ? (definition?.basis ?? []).join(' · ') : '',
    };
  }
}
