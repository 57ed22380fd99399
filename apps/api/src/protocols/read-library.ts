import type { ProtocolFiles } from '@repere/cases';
import {
  type AnswersBeside,
  checkLibrary,
  type Competence,
  type CurriculumItem,
  type LetterTemplate,
  type Library,
  loadAnswers,
  loadCalls,
  loadCompetence,
  loadCurriculum,
  type LoadedOverlay,
  loadLetters,
  loadLibrary,
  loadRightsSheet,
  loadUnmetNeeds,
  NO_CALLS,
  type ProtocolDocument,
  type RightsSheet,
  type SharedDocument,
  type Sources,
  type StepCalls,
  type UnmetNeedsList,
} from '@repere/protocol';
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
  /** Which authority is competent for a child; `null`: the folder says nothing of it. */
  readonly competence: Competence | null;
  /** Kinds of letters that come out of what is recorded. */
  readonly letters: readonly LetterTemplate[];
  /** What each role should have practised. */
  readonly curriculum: readonly CurriculumItem[];
  /** Where a case notes that nobody meets a need; `null`: the folder has no such list. */
  readonly unmetNeeds: UnmetNeedsList | null;
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
  const rightsSheet = readBeside<RightsSheet | null>(
    files,
    'rights-sheet.yaml',
    null,
    (text, file) => loadRightsSheet(text, file, { shared, sources }).sheet,
  );
  const calls = readBeside<StepCalls>(
    files,
    'calls.yaml',
    NO_CALLS,
    (text, file) => loadCalls(text, file, { documents, parts }).calls,
  );
  const competence = readBeside<Competence | null>(
    files,
    'competence.yaml',
    null,
    (text, file) => loadCompetence(text, file, { documents, shared, sources }).competence,
  );
  const letters = readBeside<readonly LetterTemplate[]>(
    files,
    'letters.yaml',
    [],
    (text, file) => loadLetters(text, file, { documents, shared, sources }).letters,
  );
  const curriculum = readBeside<readonly CurriculumItem[]>(
    files,
    'curriculum.yaml',
    [],
    (text, file) => loadCurriculum(text, file, { documents, sources }).curriculum,
  );
  const unmetNeeds = readBeside<UnmetNeedsList | null>(
    files,
    'unmet-needs.yaml',
    null,
    (text, file) => loadUnmetNeeds(text, file, shared).unmetNeeds,
  );
  return {
    ...{ files, shared, sources, parts, documents, overlays, answers, rightsSheet },
    ...{ calls, competence, letters, curriculum, unmetNeeds },
  };
}

/** What a file beside the protocols says; `absent` where there is none. Throws when it has errors. */
function readBeside<T>(
  files: ProtocolFiles,
  file: string,
  absent: T,
  load: (text: string, file: string) => T | undefined,
): T {
  const text = files[file];
  if (text === undefined) return absent;
  const said = load(text, file);
  if (!said) throw new Error(`protocols/${file} has errors; run \`repere protocol check\``);
  return said;
}
