import type { ProtocolDraft, SaveDraftFiles } from '@repere/contract';
import type { ProtocolFiles } from '@repere/cases';

/** A draft as it is being written. */
export interface DraftText {
  readonly files: ProtocolFiles;
  readonly notesFr: string;
  readonly notesEn: string;
  /** `YYYY-MM-DD`; empty: as soon as it is published. */
  readonly inForceFrom: string;
}

export const NO_TEXT: DraftText = { files: {}, notesFr: '', notesEn: '', inForceFrom: '' };

/** What the server holds, to be written on. */
export function textOf({
  files,
  changeNotes,
  inForceFrom,
}: Pick<ProtocolDraft, keyof SaveDraftFiles>): DraftText {
  return {
    files,
    notesFr: changeNotes?.fr ?? '',
    notesEn: changeNotes?.en ?? '',
    inForceFrom: inForceFrom === null ? '' : localDay(inForceFrom),
  };
}

/** What is sent of it. Notes in one language only are not notes yet: both or none. */
export function contentOf({ files, notesFr, notesEn, inForceFrom }: DraftText): SaveDraftFiles {
  const hasNotes = notesFr.trim() !== '' && notesEn.trim() !== '';
  return {
    files,
    ...(hasNotes && { changeNotes: { fr: notesFr.trim(), en: notesEn.trim() } }),
    ...(inForceFrom && { inForceFrom: new Date(`${inForceFrom}T00:00`).toISOString() }),
  };
}

export function isSameText(a: DraftText, b: DraftText): boolean {
  return (
    a.notesFr === b.notesFr &&
    a.notesEn === b.notesEn &&
    a.inForceFrom === b.inForceFrom &&
    changedFiles(a.files, b.files).length === 0
  );
}

/** Paths whose text differs. */
export function changedFiles(a: ProtocolFiles, b: ProtocolFiles): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]);
}

/** In the reader's own zone, as the field of a date shows it. */
function localDay(iso: string): string {
  const day = new Date(iso);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
