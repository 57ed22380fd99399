import {
  CSP_NONCE,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Problem } from '@repere/protocol';
import { Language } from '@repere/ui';
import { editorPhrases } from './editor-phrases';
import { EditorPosition } from './editor-position';
import type { Editor, EditorOptions } from './set-up-editor';

/** A file to be read and written, with what is wrong beside its lines. The editor itself loads when it is first shown. */
@Component({
  selector: 'app-code-editor',
  template: `
    <p class="rp-hint" id="editor-keys">{{ t('editing.text.keys') }}</p>
    <div #place></div>
    @if (!isReady()) {
      <div class="rp-bones" aria-hidden="true"></div>
    }
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
    .rp-bones {
      block-size: 24rem;
    }
  `,
})
export class CodeEditor {
  private readonly language = inject(Language);
  private readonly place = inject(EditorPosition);
  private readonly nonce = inject(CSP_NONCE);
  private readonly at = viewChild.required<ElementRef<HTMLElement>>('place');
  protected readonly t = this.language.t;

  readonly file = input.required<string>();
  readonly text = input.required<string>();
  readonly isReadOnly = input(false);
  readonly problems = input<readonly Problem[]>([]);
  /** What may be written where a text ends. */
  readonly proposeWords = input.required<EditorOptions['proposeWords']>();
  readonly textChange = output<string>();

  private readonly editor = signal<Editor | null>(null);
  protected readonly isReady = signal(false);

  constructor() {
    let isGone = false;
    inject(DestroyRef).onDestroy(() => {
      isGone = true;
      this.editor()?.destroy();
    });
    const setUp = async (): Promise<void> => {
      const { Editor: Loaded } = await import('./set-up-editor');
      if (isGone) return;
      this.editor.set(
        new Loaded({
          parent: this.at().nativeElement,
          nonce: this.nonce,
          describedBy: 'editor-keys',
          proposeWords: (text) => this.proposeWords()(text),
          onChange: (text) => {
            if (text !== this.text()) this.textChange.emit(text);
          },
          onLine: (line) => this.place.line.set(line),
        }),
      );
      this.isReady.set(true);
    };
    afterNextRender(() => void setUp());
    effect(() => {
      this.editor()?.showFile({
        path: this.file(),
        text: this.text(),
        label: this.t('editing.text.label', { file: this.file() }),
        isReadOnly: this.isReadOnly(),
        phrases: editorPhrases(this.t),
      });
    });
    effect(() => {
      // After the file is shown: marks are of its lines.
      this.file();
      this.editor()?.mark(this.problems(), this.language.current());
    });
    effect(() => {
      const asked = this.place.asked();
      const editor = this.editor();
      if (!editor || asked?.file !== this.file()) return;
      if (asked.line !== null && asked.isBeside) editor.reveal(asked.line);
      else if (asked.line !== null) editor.goTo(asked.line);
      this.place.arrive();
    });
  }
}
