import type { ProtocolFiles } from '@repere/cases';
import { type AnswersBeside, checkLibrary, type LetterTemplate, type Library, loadAnswers, loadCalls, type LoadedOverlay, loadLetters, loadLibrary, loadRightsSheet, NO_CALLS, type ProtocolDocument, type RightsSheet, type SharedDocument, type Sources, type StepCalls } from '@repere/protocol';
import { readProtocolFiles } from './read-protocol-files';

/** A folder of protocols, read and checked: nothing but data. */
export interface ReadLibrary {
  readonly files: ProtocolFiles;
  readonly shared: SharedDocument;
  readonly sources: Sources;
  readonly parts: Library['parts'];
  readonly documents: readonly ProtocolDocument[];
  readonly overlays: readonly LoadedOverlay[];
  /** What answers the report beside the protocols. */
  readonly answers: AnswersBeside;
  /** What a child is told of their rights; `null`: the folder has no such sheet. */
  readonly rightsSheet: RightsSheet | null;
  /** Whom each step says to call. */
  readonly calls: StepCalls;
  /** Kinds of letters that come out of what is recorded. */
  readonly letters: readonly LetterTemplate[];
}

/** What was read of a folder elsewhere. */
const TAKEN = new Map<string, ReadLibrary>();

/** Instead of reading this folder, this process goes by what another has read of it. */
export function takeLibrary(protocolsDir: string, library: ReadLibrary): void {
  TAKEN.set(protocolsDir, library);
}

/** What the folder holds; throws when a protocol or the sheet is faulty. Takes seconds of processor time. */
export function readLibrary(protocolsDir: string): ReadLibrary {
  const taken = TAKEN.get(protocolsDir);
  if (taken) return taken;
  const files = readProtocolFiles(protocolsDir);
  const library = loadLibrary(files);
  const { shared, sources, parts, documents, overlays } = library;
  const errors = checkLibrary(library).filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || !shared)
    throw new Error(`protocols/ has ${String(errors.length)} errors; run \`repere protocol check\``);
  const answers = loadAnswers(files['answers.yaml'] ?? '', 'answers.yaml').answers ?? {};
  const rightsSheet = readRightsSheet(files['rights-sheet.yaml'], { shared, sources });
  const calls = readCalls(files['calls.yaml'], { documents, parts });
  const letters = readLetters(files['letters.yaml'], { documents, shared, sources });
  return { files, shared, sources, parts, documents, overlays, answers, rightsSheet, calls, letters };
}

function readCalls(content: string | undefined, known: Parameters<typeof loadCalls>[2]): StepCalls {
  if (content === undefined) return NO_CALLS;
  const { calls } = loadCalls(content, 'calls.yaml', known);
  if (!calls) throw new Error('protocols/calls.yaml has errors; run `repere protocol check`');
  return calls;
}

function readLetters(
  content: string | undefined,
  known: Parameters<typeof loadLetters>[2],
): readonly LetterTemplate[] {
  if (content === undefined) return [];
  const { letters } = loadLetters(content, 'letters.yaml', known);
  if (!letters) throw new Error('protocols/letters.yaml has errors; run `repere protocol check`');
  return letters;
}

function readRightsSheet(
  content: string | undefined,
  grounds: Parameters<typeof loadRightsSheet>[2],
): RightsSheet | null {
  if (content === undefined) return null;
  const { sheet } = loadRightsSheet(content, 'rights-sheet.yaml', grounds);
  if (!sheet) throw new Error('protocols/rights-sheet.yaml has errors; run `repere protocol check`');
  return sheet;
}
