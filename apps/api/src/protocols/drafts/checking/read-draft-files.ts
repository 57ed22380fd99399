import type { ProtocolFiles } from '@repere/cases';
import { isPlainText } from '../../../platform/answers/plain-text';
import { Refusal } from '../../../platform/refusals/refusal';
import { isFileOfVersion } from '../../version-files';
import type { ProblemReasonDto } from '../../../platform/answers/openapi';
import { invalidValue } from '../../../platform/refusals/invalid-value';

const MOST_BYTES = 1024 * 1024;
const MOST_FILES = 200;

/** What was sent, if it can be the files of a version; `too-large` above 1 MB, `invalid` with the file at fault. */
export function readDraftFiles(sent: Readonly<Record<string, unknown>>): ProtocolFiles {
  const entries = Object.entries(sent);
  if (entries.length > MOST_FILES)
    throw invalidValue('files', `Au plus ${MOST_FILES} fichiers.`, `At most ${MOST_FILES} files.`);
  const files: Record<string, string> = {};
  let bytes = 0;
  for (const [path, text] of entries) {
    const field = `files.${path}`;
    if (!isFileOfVersion(path))
      throw invalidValue(
        field,
        'Ce fichier n’a pas sa place ici : protocol.yaml, en.yaml, SOURCE.md, examples/….yaml, vectors/….yaml.',
        'This file has no place here: protocol.yaml, en.yaml, SOURCE.md, examples/….yaml, vectors/….yaml.',
      );
    if (typeof text !== 'string') throw invalidValue(field, 'Un texte est attendu.', 'A text is expected.');
    if (!isPlainText(text))
      throw invalidValue(
        field,
        'Ce texte contient des caractères invisibles ou invalides.',
        'This text holds invisible or invalid characters.',
      );
    bytes += Buffer.byteLength(text);
    files[path] = text;
  }
  if (bytes > MOST_BYTES) throw new Refusal('too-large', { reasons: [TOO_LARGE] });
  if (files['protocol.yaml'] === undefined)
    throw invalidValue('files', 'Il manque protocol.yaml.', 'protocol.yaml is missing.');
  return files;
}

const TOO_LARGE: ProblemReasonDto = {
  code: 'too-large',
  field: 'files',
  text: {
    fr: 'Les fichiers d’une version font au plus 1 Mo ensemble.',
    en: 'The files of a version hold at most 1 MB together.',
  },
};
