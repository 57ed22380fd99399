import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { Banner, SaveLine } from '@repere/ui/feedback';
import { ActProblem } from '../../platform/act-problem';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { CodeEditor } from '../../protocols/editing/text/code-editor';
import { EditorPosition } from '../../protocols/editing/text/editor-position';
import { ProblemList } from '../../protocols/editing/text/problem-list';
import type { EditorOptions } from '../../protocols/editing/text/set-up-editor';
import { saveAsFile } from '../scenarios/save-as-file';
import { ScenarioView } from '../scenarios/scenario-view';
import { ScenarioForms } from './part-forms';
import { ScenarioChecker } from './scenario-checker';
import { VersionList } from './version-list';
import { FILE, WritingSession } from './writing-session';

const BESIDE = ['forms', 'problems', 'read', 'versions'] as const;

/** A scenario of one's own: its text, and beside it forms over it, what is wrong with it, how it reads, what was saved before. */
@Component({
  selector: 'app-scenario-writing-page',
  imports: [
    ...[ActProblem, Banner, CodeEditor, Icon, MatButton, PageHeading, ProblemLine, ProblemList, RouterLink],
    ...[SaveLine, ScenarioForms, ScenarioView, VersionList],
  ],
  providers: [WritingSession, ScenarioChecker, EditorPosition],
  templateUrl: './writing-page.html',
  styleUrl: './writing-page.scss',
  host: { '(window:beforeunload)': 'warn($event)', '(window:keydown)': 'hearEvent($event)' },
})
export class ScenarioWritingPage {
  protected readonly session = inject(WritingSession);
  protected readonly checker = inject(ScenarioChecker);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly file = FILE;
  protected readonly all = BESIDE;

  // From the address.
  readonly scenarioId = input.required<string>();

  protected readonly beside = signal<(typeof BESIDE)[number]>('forms');
  protected readonly title = computed(() => {
    const title = this.checker.lastGrounds()?.scenario.title ?? this.session.scenario()?.title;
    return title ? this.language.localize(title) : this.t('scenarios.titles.write');
  });
  protected readonly errorsLine = computed(() => {
    const errors = this.checker.errors().length;
    return errors ? this.language.count('scenarios.errors', errors) : this.t('scenarios.sound');
  });
  protected readonly found = computed(() => {
    const at = this.session.foundOnDevice();
    return at === null || !this.session.isChanged() ? null : this.time.moment(at);
  });
  protected readonly conflict = computed(() => {
    const other = this.session.conflict();
    return other && { revision: other.revision, moment: this.time.moment(other.changedAt) };
  });
  protected readonly saveProblem = computed(() => {
    const refused = this.session.refused();
    return refused?.status === 412 ? null : refused;
  });

  constructor() {
    effect(() => {
      this.scenarioId();
      untracked(() => void this.loadScenario());
    });
  }

  hasUnsaved(): boolean {
    return this.session.isChanged();
  }

  protected loadScenario(): Promise<void> {
    return this.session.loadScenario(this.scenarioId());
  }

  protected download(): void {
    const name = this.session.scenario()?.name ?? 'scenario';
    saveAsFile(`${name}.yaml`, this.session.text());
  }

  protected warn(event: Event): void {
    if (this.session.isChanged()) event.preventDefault();
  }

  /** Ctrl+S saves the scenario, not the page as a file. */
  protected hearEvent(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    void this.session.saveScenario();
  }

  /** Keys and words of the schema of scenarios. */
  protected readonly proposeWords: EditorOptions['proposeWords'] = async (text) => {
    const [{ proposeWords }, { fileSchema }] = await Promise.all([
      import('../../protocols/editing/text/propose'),
      import('./check-scenario-text'),
    ]);
    const language = this.language.current();
    return proposeWords(text, {
      schema: fileSchema('scenario', language),
      document: null,
      beside: null,
      language,
    });
  };
}
