import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours of the app: they follow light, dark and high contrast by themselves. */
export const highlighting = HighlightStyle.define([
  {
    tag: [tags.definition(tags.propertyName), tags.propertyName],
    color: 'var(--rp-primary)',
    fontWeight: '600',
  },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--rp-accent)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--rp-ink-soft)', fontStyle: 'italic' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--rp-accent)' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--rp-ink-soft)' },
]);

export const editorTheme = EditorView.theme({
  '&': {
    border: '1px solid var(--rp-line-strong)',
    borderRadius: '10px',
    background: 'var(--rp-field)',
    color: 'var(--rp-ink)',
    fontSize: '0.92rem',
    minHeight: '16rem',
    maxHeight: 'min(72vh, 46rem)',
  },
  '&.cm-focused': { outline: '3px solid var(--rp-focus)' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace',
    lineHeight: '1.6',
    overflow: 'auto',
    borderRadius: '10px',
  },
  '.cm-content': { caretColor: 'var(--rp-ink)', paddingBlock: '0.6rem' },
  '.cm-cursor': { borderLeftColor: 'var(--rp-ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { background: 'var(--rp-wash)', color: 'var(--rp-ink-soft)', border: '0' },
  '.cm-activeLine, .cm-activeLineGutter': {
    background: 'color-mix(in srgb, var(--rp-primary-wash) 55%, transparent)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--rp-primary-wash)',
  },
  '.cm-tooltip, .cm-panels': {
    border: '1px solid var(--rp-line-strong)',
    background: 'var(--rp-raised)',
    color: 'var(--rp-ink)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--rp-primary)',
    color: 'var(--rp-on-primary)',
  },
  '.cm-completionDetail': { color: 'var(--rp-ink-soft)', fontStyle: 'normal' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-diagnostic': { padding: '0.3rem 0.6rem', fontFamily: 'var(--rp-font)', maxWidth: '30rem' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--rp-error)' },
  '.cm-diagnostic-warning': { borderLeft: '4px solid var(--rp-accent)' },
  '.cm-panel input, .cm-panel button': { font: 'inherit' },
  '.cm-matchingBracket': { background: 'var(--rp-accent-wash)', outline: '1px solid var(--rp-accent)' },
});
