import { Injectable, computed, inject, signal } from '@angular/core';
import { viewCase } from '@repere/case-engine';
import type { Problem } from '@repere/contract';
import type { ScenarioBranch, StepDefinition } from '@repere/protocol';
import {
  nextModelLine,
  type Practice,
  type PracticeAct,
  type PracticeRefusal,
  scoreOf,
  timeIn,
  type TrainingMode,
} from '@repere/training';
import { CompiledVersions } from '../scenarios/compiled-versions';
import { versionsOf } from '../scenarios/read-scenario';
import { type PlayableScenario, TrainingClient } from '../training-client';
import { openPractice } from './open-practice';

/** A run, and the run that it left. */
export interface PracticeBranch {
  readonly id: number;
  readonly practice: Practice;
  /** `null`: the first. */
  readonly left: { readonly branch: number; readonly at: number } | null;
  /** Of one that the scenario proposes. */
  readonly proposed: ScenarioBranch | null;
}

/** Guided: with hints and grounds. Practice: what was lost is told at the end. */
export type PracticeMode = Exclude<TrainingMode, 'assessment'>;

/** A scenario that is played on this page: its runs, and the moment that is looked at. Nothing of it is sent or kept. */
@Injectable()
export class PracticeSession {
  private readonly client = inject(TrainingClient);
  private readonly versions = inject(CompiledVersions);

  readonly scenario = signal<PlayableScenario | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly isUntold = signal(false);
  readonly mode = signal<PracticeMode>('guided');
  readonly branches = signal<readonly PracticeBranch[]>([]);
  private readonly branchId = signal(0);
  private readonly turn = signal(0);
  /** The moment that is looked at; `null`: the last. */
  private readonly shownMoment = signal<number | null>(null);
  readonly isOver = signal(false);

  readonly branch = computed(() => this.branches().find(({ id }) => id === this.branchId()) ?? null);
  readonly practice = computed(() => {
    this.turn();
    return this.branch()?.practice ?? null;
  });
  readonly moments = computed(() => {
    this.turn();
    return [...(this.practice()?.moments ?? [])];
  });
  readonly place = computed(() => this.shownMoment() ?? Math.max(0, this.moments().length - 1));
  readonly isPast = computed(() => this.place() < this.moments().length - 1);
  readonly moment = computed(() => this.moments()[this.place()] ?? null);
  readonly view = computed(() => {
    const moment = this.moment();
    return moment ? viewCase(moment.state) : null;
  });
  readonly zone = computed(() => this.practice()?.territory.zone ?? 'Europe/Paris');
  readonly nextOfModel = computed(() => {
    this.turn();
    const practice = this.practice();
    return practice ? nextModelLine(practice) : null;
  });
  /** The next time that something is due; `null`: nothing has a date. */
  readonly nextDueAt = computed(() => {
    const view = this.view();
    const times = (view?.deadlines ?? []).flatMap(({ dueAt, metAt }) =>
      dueAt !== null && metAt === null && view && dueAt > view.now ? [dueAt] : [],
    );
    return times.length > 0 ? Math.min(...times) : null;
  });
  /** What the trainer saw the group do, of what nobody writes down. */
  readonly ticks = computed<ReadonlySet<string>>(() => {
    this.turn();
    return new Set(this.practice()?.ticks.keys());
  });
  readonly score = computed(() => {
    const practice = this.practice();
    this.turn();
    return practice && this.isOver() ? scoreOf(practice) : null;
  });

  async openScenario(id: string): Promise<void> {
    const answer = await this.client.readScenario(id);
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.scenario.set(answer.value);
    const { yaml } = answer.value;
    const compiled = await this.versions.compile(versionsOf(yaml));
    this.problem.set(compiled.ok ? null : compiled.problem);
    if (!compiled.ok) return;
    const practice = openPractice(compiled.value, yaml);
    this.isUntold.set(practice === null);
    if (practice) this.branches.set([{ id: 0, practice, left: null, proposed: null }]);
  }

  /** The step of a run, by the version that the run follows at the moment that is looked at. */
  stepOf(runId: string, step: string): StepDefinition | null {
    const run = this.moment()?.state.readFold().findRun(runId);
    return run?.protocol.steps[run.indexOf(step)]?.definition ?? null;
  }

  /** Does it now; where an earlier moment is looked at, in a branch that begins there. */
  perform(act: PracticeAct): PracticeRefusal {
    if (this.isPast()) this.leaveRun(this.place(), null);
    const practice = this.practice();
    if (!practice) return { ok: false, code: 'unknown' };
    const done = practice.perform(act);
    this.shownMoment.set(null);
    this.turn.update((turn) => turn + 1);
    return done;
  }

  performModelStep(): PracticeRefusal {
    const next = this.nextOfModel();
    return next
      ? this.perform({ kind: 'line', line: next.line, model: next.place })
      : { ok: false, code: 'unknown' };
  }

  showMoment(place: number): void {
    const last = this.moments().length - 1;
    this.shownMoment.set(place >= last ? null : Math.max(0, place));
  }

  /** The moment at which something was so: the last one until then. */
  showMomentAt(at: number): void {
    const place = this.moments().findLastIndex((it) => it.at <= at);
    this.showMoment(Math.max(0, place));
  }

  goTo(branch: number): void {
    this.branchId.set(branch);
    this.shownMoment.set(null);
    this.isOver.set(false);
  }

  /** Another run from this moment on; the one that is left stays. */
  leaveRun(place: number, proposed: ScenarioBranch | null): void {
    const from = this.branch();
    if (!from) return;
    const id = this.branches().length;
    const at = from.practice.moments[place]?.at ?? from.practice.now;
    const practice = from.practice.branchAt(place);
    this.branches.update((all) => [...all, { id, practice, left: { branch: from.id, at }, proposed }]);
    this.goTo(id);
  }

  /** A way that the scenario proposes, from its moment on. */
  showProposed(proposed: ScenarioBranch): void {
    const practice = this.practice();
    if (!practice) return;
    const from = timeIn(practice.territory, proposed.from);
    this.leaveRun(
      Math.max(
        0,
        practice.moments.findLastIndex(({ at }) => at <= from),
      ),
      proposed,
    );
    for (const line of proposed.do) {
      const { expect: _, refused: _refused, ...act } = line;
      if (Object.keys(act).some((key) => key !== 'at')) this.perform({ kind: 'line', line: act });
    }
  }

  /** Time runs on to the end of the story, and the score is counted there. */
  finishStory(): void {
    const practice = this.practice();
    if (!practice) return;
    const ends = timeIn(practice.territory, practice.scenario.ends);
    if (ends > practice.now) this.perform({ kind: 'wait', until: ends });
    this.shownMoment.set(null);
    this.isOver.set(true);
  }

  goOn(): void {
    this.isOver.set(false);
  }
}
