import { Inject, Injectable } from '@nestjs/common';
import type { ProtocolFiles } from '@repere/cases';
import type {
  AnswersBeside,
  Competence,
  CurriculumItem,
  LetterTemplate,
  Library,
  LoadedOverlay,
  ProtocolDocument,
  RightsSheet,
  SharedDocument,
  Sources,
  StepCalls,
  UnmetNeedsList,
} from '@repere/protocol';
import { CompiledVersions, type ProtocolSet } from '@repere/case-engine';
import type { SandboxSurroundings } from '../platform/sandbox/sandbox-task';
import { CONFIGURATION } from '../platform/tokens';
import { hashOf } from './hash-of';
import { readLibrary } from './read-library';
import { filesOfVersion } from './version-files';

/** A version of a protocol with its content hash. */
export interface HashedDocument {
  readonly document: ProtocolDocument;
  readonly hash: string;
}

export const keyOf = (protocol: string, version: string): string => `${protocol}@${version}`;

/** Compiled versions are large: those in force and some drafts, of many spaces. Shared by content, whichever space asks. */
const MOST_COMPILED = 96;

const LIBRARIES = new WeakMap<SandboxSurroundings, ProtocolLibrary>();

/** The library that a task of the sandbox works with: read once a process. */
export const libraryOf = (surroundings: SandboxSurroundings): ProtocolLibrary =>
  LIBRARIES.get(surroundings) ?? new ProtocolLibrary(surroundings);

/** What the folder `protocols/` holds: read, checked and compiled once a process. A faulty protocol stops the start. */
@Injectable()
export class ProtocolLibrary {
  readonly shared: SharedDocument;
  readonly sources: Sources;
  readonly parts: Library['parts'];
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
  /** Where a case notes that nobody meets a need; `null`: nowhere. */
  readonly unmetNeeds: UnmetNeedsList | null;
  /** By `protocol@version`. */
  readonly documents: ReadonlyMap<string, HashedDocument>;
  readonly overlays: readonly LoadedOverlay[];
  /** The files beside the protocols' folders, which all of them stand on. */
  readonly sharedFiles: ProtocolFiles;
  private readonly files: ProtocolFiles;
  private readonly compiledVersions: CompiledVersions;

  constructor(@Inject(CONFIGURATION) surroundings: SandboxSurroundings) {
    LIBRARIES.set(surroundings, this);
    const library = readLibrary(surroundings.protocolsDir);
    this.files = library.files;
    this.sharedFiles = Object.fromEntries(Object.entries(this.files).filter(([path]) => !path.includes('/')));
    this.shared = library.shared;
    this.compiledVersions = new CompiledVersions(library.shared, MOST_COMPILED);
    this.sources = library.sources;
    this.parts = library.parts;
    this.answers = library.answers;
    this.rightsSheet = library.rightsSheet;
    this.calls = library.calls;
    this.competence = library.competence;
    this.letters = library.letters;
    this.curriculum = library.curriculum;
    this.unmetNeeds = library.unmetNeeds;
    this.overlays = library.overlays;
    this.documents = new Map(
      library.documents.map((document) => [
        keyOf(document.protocol, document.version),
        { document, hash: hashOf(document) },
      ]),
    );
  }

  /** Files of one version, by path inside its folder; empty when the folder has no such version. */
  filesOf(protocol: string, version: string): ProtocolFiles {
    return filesOfVersion(this.files, protocol, version);
  }

  /** A file of the folder by the name under which it was loaded; empty when there is none. */
  textOf(file: string): string {
    return this.files[file.replace(/^protocols\//, '')] ?? '';
  }

  /** These versions side by side, each compiled once for as long as it is asked for. */
  compiled(versions: readonly HashedDocument[]): ProtocolSet {
    return this.compiledVersions.compileSet(versions);
  }
}
