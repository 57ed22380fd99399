import { Component, computed, inject, input, output } from '@angular/core';
import type { Problem } from '@repere/protocol';
import { Language } from '@repere/ui';
import { EditorPosition } from './editor-position';

/** What the checker says, errors first: each leads to its place, and says what to write instead. */
@Component({
  selector: 'app-problem-list',
  template: `
    <p role="status">
      <strong>{{ summary() }}</strong>
    </p>
    @if (isMissing()) {
      <p class="rp-quiet">{{ t('editing.problems.offline') }}</p>
    }
    <ol class="rp-list">
      @for (problem of lines(); track $index) {
        <li [class.warning]="problem.severity === 'warning'">
          <p class="where">
            <span class="kind">{{ t('editing.problems.' + problem.severity) }}</span>
            <button type="button" class="rp-link" (click)="place.showLine(problem.file, problem.line)">
              {{ t('editing.problems.place', { file: problem.file, line: problem.line }) }}
            </button>
            @if (isOfEnglish(problem)) {
              <button type="button" class="rp-link" (click)="reviewEnglish.emit()">
                {{ t('editing.english.line') }}
              </button>
            }
          </p>
          <p>{{ problem.message[language.current()] }}</p>
          <p class="rp-quiet">→ {{ problem.remedy[language.current()] }}</p>
        </li>
      }
    </ol>
  `,
  styles: `
    :host {
      display: block;
    }
    li {
      padding: 0.5rem 0 0.5rem 0.9rem;
      margin-block-end: 0.6rem;
      border-inline-start: 4px solid var(--rp-error);
    }
    li.warning {
      border-color: var(--rp-accent);
    }
    li p {
      margin: 0;
    }
    .where {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 0.75rem;
    }
    .kind {
      font-weight: 650;
    }
  `,
})
export class ProblemList {
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly place = inject(EditorPosition);
  protected readonly isOfEnglish = isOfEnglish;

  readonly problems = input.required<readonly Problem[]>();
  /** Why nothing can be checked while typing: the server can't be asked. */
  readonly isMissing = input(false);
  /** Somebody wants to see French and English side by side. */
  readonly reviewEnglish = output();

  protected readonly lines = computed<readonly Problem[]>(() => {
    const all = this.problems();
    return [...all.filter(isError), ...all.filter((problem) => !isError(problem))];
  });
  protected readonly summary = computed(() => {
    const all = this.problems();
    if (all.length === 0) return this.t('editing.problems.none');
    const errors = all.filter(isError).length;
    const { count } = this.language;
    return [
      ...(errors ? [count('editing.problems.errors', errors)] : []),
      ...(all.length > errors ? [count('editing.problems.warnings', all.length - errors)] : []),
    ].join(', ');
  });
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

const OF_ENGLISH: ReadonlySet<string> = new Set([
  'stale-translation',
  'unstamped-translation',
  'missing-translation',
]);
const isOfEnglish = ({ code }: Problem): boolean => OF_ENGLISH.has(code);
