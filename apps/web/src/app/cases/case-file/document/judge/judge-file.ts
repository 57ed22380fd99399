import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { CaseFile, Problem, ReadableProtocol, TimelineEntry } from '@repere/contract';
import { stepGrounds } from '@repere/cases';
import type { RunView } from '@repere/case-engine';
import { Language, SpaceTime } from '@repere/ui';
import { ProblemLine } from '../../../../platform/problem-line';
import { EntryBody } from '../../../chronology/entry-body';
import { VersionTexts } from '../../bands/version-texts';
import { DeviationList } from '../../runs/deviation-list';
import { DocumentFacts } from '../document-facts';
import { dueOnPaper } from '../due-on-paper';
import { composeJudgeFile, type JudgeLine } from './compose-judge-file';

/** What a judge reads: what was done and decided, when, by whom, why and on what ground; what remains; what departed. */
@Component({
  selector: 'app-judge-file',
  imports: [DeviationList, DocumentFacts, EntryBody, ProblemLine],
  templateUrl: './judge-file.html',
  styleUrl: './judge-file.scss',
})
export class JudgeFilePaper {
  private readonly texts = inject(VersionTexts);
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly caseFile = input.required<CaseFile>();
  readonly entries = input.required<readonly TimelineEntry[]>();
  /** Whether the grounds stand beside what was done: before that it isn't the whole file. */
  readonly isWhole = output<boolean>();

  protected readonly problem = signal<Problem | null>(null);
  private readonly versions = signal<ReadonlyMap<string, ReadableProtocol>>(new Map());
  protected readonly file = computed(() => composeJudgeFile(this.caseFile(), this.entries()));
  protected readonly done = computed(() =>
    this.file().done.map((line) => ({ ...line, grounds: this.groundsOf(line) })),
  );
  protected readonly open = computed(() =>
    this.file().open.map(({ run, step }) => ({
      ...{ run, step },
      when: step.deadline?.metAt === null ? dueOnPaper(step.deadline, this.language, this.time) : null,
    })),
  );
  protected readonly leftOut = computed(() => {
    const { system, notApplicable, notYet } = this.file();
    const counts = { system, 'not-applicable': notApplicable, 'not-yet': notYet };
    return Object.entries(counts).flatMap(([key, count]) =>
      count > 0 ? [this.language.count(`case.document.judge.left-out.${key}`, count)] : [],
    );
  });

  constructor() {
    effect(() => {
      this.caseFile();
      untracked(() => void this.loadJudgeFile());
    });
  }

  protected async loadJudgeFile(): Promise<void> {
    this.isWhole.emit(false);
    const asked = new Map(this.caseFile().state.runs.map((run) => [keyOf(run), run]));
    const answers = await Promise.all(
      [...asked].map(async ([key, { protocol, version }]) => ({
        key,
        answer: await this.texts.readProtocol(protocol, version),
      })),
    );
    const failed = answers.find(({ answer }) => !answer.ok)?.answer;
    this.problem.set(failed && !failed.ok ? failed.problem : null);
    this.versions.set(
      new Map(answers.flatMap(({ key, answer }) => (answer.ok ? [[key, answer.value] as const] : []))),
    );
    this.isWhole.emit(failed === undefined);
  }

  private groundsOf({ run, step }: JudgeLine): string {
    const text = run && this.versions().get(keyOf(run));
    const defined = text?.document.steps.find(({ id }) => id === step?.id);
    if (!text || !defined) return '';
    return this.language.listed(
      stepGrounds(defined).map((code) => {
        const title = text.sources[code]?.title;
        return title ? `${code} (${this.localize(title)})` : code;
      }),
    );
  }
}

const keyOf = ({ protocol, version }: RunView): string => `${protocol}@${version}`;
