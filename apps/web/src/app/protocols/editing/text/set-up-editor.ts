import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionSource,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, Text } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Problem } from '@repere/protocol';
import { highlighting, editorTheme } from './editor-theme';
import type { Proposal } from './complete-names';

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly nonce: string | null;
  /** Id of the words that say how to leave the editor by keyboard. */
  readonly describedBy: string;
  readonly proposeWords: (
    text: string,
  ) => Promise<{ readonly word: string; readonly proposals: readonly Proposal[] }>;
  readonly onChange: (text: string) => void;
  readonly onLine: (line: number) => void;
}

export interface ShownFile {
  readonly path: string;
  readonly text: string;
  readonly label: string;
  readonly isReadOnly: boolean;
  /** Words of the editor's own parts, English → the reader's. */
  readonly phrases: Readonly<Record<string, string>>;
}

/** CodeMirror in a page: one view, a state for each file, so that undoing stays within it. */
export class Editor {
  private readonly view: EditorView;
  private readonly settings = new Compartment();
  private readonly states = new Map<string, EditorState>();
  /** By file, the settings that its state has. */
  private readonly setUp = new Map<string, string>();
  private shown: ShownFile | null = null;

  constructor(private readonly options: EditorOptions) {
    this.view = new EditorView({
      parent: options.parent,
      // Styles are put into the page with the first state, and need the page's nonce.
      state: EditorState.create({ extensions: nonceOf(options) }),
    });
  }

  showFile(file: ShownFile): void {
    const isOther = this.shown?.path !== file.path;
    if (this.shown && isOther) this.states.set(this.shown.path, this.view.state);
    this.shown = file;
    if (isOther) this.view.setState(this.states.get(file.path) ?? this.beginState(file));
    const changes = changesTo(this.view.state.doc.toString(), linesOf(file.text).join('\n'));
    this.view.dispatch({
      ...(changes && { changes: { ...changes, insert: Text.of(changes.insert.split('\n')) } }),
      // With other settings the whole view is drawn anew: not at each key that is pressed.
      ...(this.isSetUp(file) ? {} : { effects: this.settings.reconfigure(settingsFor(file)) }),
    });
  }

  private isSetUp({ path, label, isReadOnly, phrases }: ShownFile): boolean {
    const wanted = JSON.stringify([label, isReadOnly, phrases]);
    const isSetUp = this.setUp.get(path) === wanted;
    this.setUp.set(path, wanted);
    return isSetUp;
  }

  mark(problems: readonly Problem[], language: 'fr' | 'en'): void {
    const { doc } = this.view.state;
    const marks = problems.map(({ line, column, message, remedy, severity }): Diagnostic => {
      const at = doc.line(Math.min(Math.max(1, line), doc.lines));
      const from = Math.min(at.from + Math.max(0, column - 1), at.to);
      return {
        from,
        to: Math.max(from, at.to),
        severity,
        message: `${message[language]}\n→ ${remedy[language]}`,
      };
    });
    this.view.dispatch(setDiagnostics(this.view.state, marks));
  }

  /** Puts the cursor there, in sight, with the focus. */
  goTo(line: number): void {
    const { doc } = this.view.state;
    const at = doc.line(Math.min(Math.max(1, line), doc.lines));
    this.view.dispatch({
      selection: { anchor: at.from + (/^\s*/.exec(at.text)?.[0].length ?? 0) },
      effects: EditorView.scrollIntoView(at.from, { y: 'center' }),
    });
    this.view.focus();
    this.view.dom.scrollIntoView({ block: 'nearest' });
  }

  /** Puts the cursor there, in sight of who looks at the editor; neither the page nor the focus moves. */
  reveal(line: number): void {
    const { doc } = this.view.state;
    const at = doc.line(Math.min(Math.max(1, line), doc.lines));
    this.view.dispatch({ selection: { anchor: at.from } });
    this.scrollTo(at.from, 3);
  }

  /** Lines that were never in sight have only guessed heights: looks again once they are drawn. */
  private scrollTo(position: number, tries: number): void {
    const { scrollDOM } = this.view;
    this.view.requestMeasure({
      key: this,
      read: ({ state }) => this.view.lineBlockAt(Math.min(position, state.doc.length)).top,
      write: (top) => {
        const isInSight =
          top >= scrollDOM.scrollTop && top < scrollDOM.scrollTop + scrollDOM.clientHeight - 40;
        if (isInSight) return;
        scrollDOM.scrollTop = top - scrollDOM.clientHeight / 3;
        if (tries > 1) requestAnimationFrame(() => this.scrollTo(position, tries - 1));
      },
    });
  }

  destroy(): void {
    this.view.destroy();
  }

  private beginState(file: ShownFile): EditorState {
    const { describedBy, onChange, onLine } = this.options;
    const isYaml = file.path.endsWith('.yaml');
    return EditorState.create({
      doc: Text.of(linesOf(file.text)),
      extensions: [
        nonceOf(this.options),
        EditorState.lineSeparator.of(lineEndOf(file.text)),
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        lintGutter(),
        search({ top: true }),
        isYaml ? [yaml(), autocompletion({ override: [this.complete], icons: false })] : [],
        syntaxHighlighting(highlighting),
        editorTheme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-describedby': describedBy, spellcheck: 'false' }),
        // Escape, then Tab leaves the editor: CodeMirror lets the next Tab through.
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...completionKeymap,
          ...lintKeymap,
          indentWithTab,
        ]),
        this.settings.of(settingsFor(file)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.sliceDoc());
          if (update.selectionSet || update.docChanged)
            onLine(update.state.doc.lineAt(update.state.selection.main.head).number);
        }),
      ],
    });
  }

  private readonly complete: CompletionSource = async ({ state, pos, explicit }) => {
    const { word, proposals } = await this.options.proposeWords(state.sliceDoc(0, pos));
    if ((!explicit && word === '') || proposals.length === 0) return null;
    return {
      from: pos - word.length,
      options: proposals.map(({ word: label, kind, about }) => ({
        label,
        detail: about,
        ...(kind === 'key' && { apply: `${label}: ` }),
      })),
      validFor: /^[\w.]*$/,
    };
  };
}

const nonceOf = ({ nonce }: EditorOptions): Extension => (nonce ? EditorView.cspNonce.of(nonce) : []);

function settingsFor({ label, isReadOnly, phrases }: ShownFile): Extension {
  return [
    EditorView.contentAttributes.of({
      'aria-label': label,
      tabindex: '0',
      ...(isReadOnly && { 'aria-readonly': 'true' }),
    }),
    EditorState.readOnly.of(isReadOnly),
    EditorView.editable.of(!isReadOnly),
    EditorState.phrases.of(phrases),
  ];
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n?|\n/);

/** A file keeps the line ends that it came with: of both kinds, the usual one. */
const lineEndOf = (text: string): string =>
  text.includes('\r\n') && !/(?:^|[^\r])\n/.test(text) ? '\r\n' : '\n';

/** The smallest exchange that turns one text into the other, so that the cursor stays where it is. */
function changesTo(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) return null;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
