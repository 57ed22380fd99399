import { Component, computed, inject, signal } from '@angular/core';
import { Language } from '@repere/ui';
import { TryPanel } from '../trying/try-panel';
import { DraftChecker } from '../checking/draft-checker';
import { DraftHead } from '../draft-head';
import { DraftSession } from '../draft-session';
import { CodeEditor } from './code-editor';
import { DiagramBeside } from './diagram-beside';
import { EnglishList } from '../english/english-list';
import { FormsPanel } from '../forms/forms-panel';
import { FileChoice } from './file-choice';
import { EditorPosition } from './editor-position';
import { ProblemList } from './problem-list';
import type { EditorOptions } from './set-up-editor';

const BESIDE = ['problems', 'forms', 'english', 'diagram', 'try'] as const;

/** The text of the draft; beside it what is wrong with it, forms over it, what it looks like, or a made-up case that runs on it. */
@Component({
  selector: 'app-draft-text-page',
  imports: [CodeEditor, DiagramBeside, DraftHead, EnglishList, FileChoice, FormsPanel, ProblemList, TryPanel],
  template: `
    <app-draft-head part="text" />
    <div class="columns">
      <section class="beside" [attr.aria-label]="t('editing.beside.' + beside())">
        <div class="rp-chips rp-joined" role="group" [attr.aria-label]="t('editing.beside.label')">
          @for (each of all; track each) {
            <button
              type="button"
              class="rp-chip"
              [attr.aria-pressed]="beside() === each"
              (click)="beside.set(each)"
            >
              {{ t('editing.beside.' + each) }}
              @if (each === 'english' && unsettled()) {
                ({{ unsettled() }})
              }
            </button>
          }
        </div>
        @let panel = beside();
        @switch (panel) {
          @case ('problems') {
            <app-problem-list
              [problems]="checker.problems()"
              [isMissing]="checker.isMissing()"
              (reviewEnglish)="beside.set('english')"
            />
          }
          @case ('forms') {
            @defer {
              <app-forms-panel />
            }
          }
          @case ('english') {
            <app-english-list />
          }
          @case ('diagram') {
            @defer {
              <app-diagram-beside />
            }
          }
          @case ('try') {
            @defer {
              <app-try-panel />
            }
          }
          @default never;
        }
      </section>
      <section class="text" [attr.aria-label]="t('editing.parts.text')">
        <app-file-choice />
        <app-code-editor
          [file]="place.file()"
          [text]="text()"
          [isReadOnly]="!session.mayWrite()"
          [problems]="problems()"
          [proposeWords]="proposeWords"
          (textChange)="session.writeFile(place.file(), $event)"
        />
      </section>
    </div>
  `,
  styles: `
    .columns {
      display: grid;
      gap: 1.5rem 2rem;
    }
    section {
      min-inline-size: 0;
    }
    .rp-chips {
      margin-block-end: 1rem;
    }
    @media (min-width: 68rem) {
      .columns {
        grid-template-columns: minmax(0, 13fr) minmax(0, 10fr);
      }
      .text {
        position: sticky;
        inset-block-start: 4.5rem;
        order: -1;
        align-self: start;
      }
      .beside {
        max-block-size: 60rem;
        overflow: auto;
        padding: 0.25rem;
      }
    }
  `,
})
export class DraftTextPage {
  protected readonly checker = inject(DraftChecker);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly session = inject(DraftSession);
  protected readonly place = inject(EditorPosition);
  protected readonly all = BESIDE;
  protected readonly beside = signal<(typeof BESIDE)[number]>('problems');

  protected readonly unsettled = computed(() => this.checker.unsettled().length);
  protected readonly text = computed(() => this.session.text().files[this.place.file()] ?? '');
  protected readonly problems = computed(() =>
    this.checker.problems().filter(({ file }) => file === this.place.file()),
  );

  protected readonly proposeWords: EditorOptions['proposeWords'] = async (text) => {
    const [{ proposeWords }, { fileSchema }] = await Promise.all([
      import('./propose'),
      import('../checking/check-text'),
    ]);
    const language = this.language.current();
    return proposeWords(text, {
      schema: fileSchema(kindOf(this.place.file()), language),
      document: this.checker.lastDocument(),
      beside: this.checker.beside(),
      language,
    });
  };
}

function kindOf(file: string): 'protocol' | 'english' | 'example' | 'vectors' {
  if (file.startsWith('examples/')) return 'example';
  if (file.startsWith('vectors/')) return 'vectors';
  return file === 'en.yaml' ? 'english' : 'protocol';
}
