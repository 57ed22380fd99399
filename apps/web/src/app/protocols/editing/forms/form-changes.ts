import { Injectable, computed, inject } from '@angular/core';
import type { ProtocolFiles } from '@repere/cases';
import { type EditedTexts, findEditable, lineAt, type Problem } from '@repere/protocol';
import { DraftChecker } from '../checking/draft-checker';
import { DraftSession } from '../draft-session';
import { textOf } from '../draft-text';
import { EditorPosition } from '../text/editor-position';

export const PROTOCOL = 'protocol.yaml';
export const ENGLISH = 'en.yaml';

type YamlPath = readonly (string | number)[];

/** What the forms read and write: the text of the draft and nothing beside it. Provided by the panel. */
@Injectable()
export class FormChanges {
  private readonly session = inject(DraftSession);
  private readonly checker = inject(DraftChecker);
  private readonly position = inject(EditorPosition);

  readonly mayWrite = this.session.mayWrite;
  readonly texts = computed(() => textsOf(this.session.text().files));
  /** As it was saved: what is changed back is written as it was. */
  readonly before = computed(() => textsOf(textOf(this.session.current()).files));
  readonly found = computed(() => findEditable(this.texts()));

  /** Whether the change could be written. The editor shows the line that changed. */
  writeChange(
    changed: EditedTexts | null,
    shown: { readonly file: typeof PROTOCOL | typeof ENGLISH; readonly at: YamlPath },
  ): boolean {
    if (!changed || !this.mayWrite()) return false;
    this.session.writeChange({ files: this.filesWith(changed) });
    const text = shown.file === PROTOCOL ? changed.french : changed.english;
    this.position.showBeside(shown.file, lineAt(text, shown.at));
    return true;
  }

  /** What the checker would newly call an error; nothing where it can't be asked: it is asked again when the draft is saved. */
  async newErrors(changed: EditedTexts): Promise<readonly Problem[]> {
    const [before, after] = await Promise.all([
      this.checker.problemsOf(this.session.text().files),
      this.checker.problemsOf(this.filesWith(changed)),
    ]);
    const known = new Set((before ?? []).map(nameOf));
    return (after ?? []).filter((it) => it.severity === 'error' && !known.has(nameOf(it)));
  }

  private filesWith({ french, english }: EditedTexts): ProtocolFiles {
    const { files } = this.session.text();
    const hasEnglish = english !== '' || files[ENGLISH] !== undefined;
    return { ...files, [PROTOCOL]: french, ...(hasEnglish && { [ENGLISH]: english }) };
  }
}

const textsOf = (files: ProtocolFiles): EditedTexts => ({
  french: files[PROTOCOL] ?? '',
  english: files[ENGLISH] ?? '',
});

/** The same error of another line is the same. */
const nameOf = ({ file, code, message }: Problem): string => `${file} ${code} ${message.fr}`;
