import { Inject, Injectable } from '@nestjs/common';
import type { ProtocolFiles } from '@repere/cases';
import {
  type AnswersBeside,
  checkLibrary,
  compileProtocols,
  type Library,
  loadAnswers,
  loadLibrary,
  loadRightsSheet,
  type LoadedOverlay,
  type ProtocolDocument,
  type ProtocolSet,
  type RightsSheet,
  type SharedDocument,
  type Sources,
} from '@repere/protocol-engine';
import type { SandboxSurroundings } from '../platform/sandbox/sandbox-task';
import { CONFIGURATION } from '../platform/tokens';
import { hashOf } from './hash-of';
import { readProtocolFiles } from './read-protocol-files';
import { filesOfVersion } from './version-files';

/** A version of a protocol with its content hash. */
export interface HashedDocument {
  readonly document: ProtocolDocument;
  readonly hash: string;
}

export const keyOf = (protocol: string, version: string): string => `${protocol}@${version}`;

/** Compiled sets are large: those of a few spaces and drafts at a time. */
const MOST_SETS = 6;

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
  /** By `protocol@version`. */
  readonly documents: ReadonlyMap<string, HashedDocument>;
  readonly overlays: readonly LoadedOverlay[];
  /** The files beside the protocols' folders, which all of them stand on. */
  readonly sharedFiles: ProtocolFiles;
  private readonly files: ProtocolFiles;
  private readonly sets = new Map<string, ProtocolSet>();

  constructor(@Inject(CONFIGURATION) surroundings: SandboxSurroundings) {
    const { protocolsDir } = surroundings;
    LIBRARIES.set(surroundings, this);
    this.files = readProtocolFiles(protocolsDir);
    this.sharedFiles = Object.fromEntries(Object.entries(this.files).filter(([path]) => !path.includes('/')));
    const library = loadLibrary(this.files);
    const { shared, sources } = library;
    const errors = checkLibrary(library).filter(({ severity }) => severity === 'error');
    if (errors.length > 0 || !shared)
      throw new Error(`protocols/ has ${String(errors.length)} errors; run \`repere protocol check\``);
    this.shared = shared;
    this.sources = sources;
    this.parts = library.parts;
    this.answers = loadAnswers(this.files['answers.yaml'] ?? '', 'answers.yaml').answers ?? {};
    this.rightsSheet = readRightsSheet(this.files['rights-sheet.yaml'], { shared, sources });
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

  /** These versions side by side, compiled once for as long as they are asked for. */
  compiled(versions: readonly HashedDocument[]): ProtocolSet {
    const name = versions.map(({ document, hash }) => `${document.version} ${hash}`).join();
    const known = this.sets.get(name);
    const set =
      known ??
      compileProtocols(
        this.shared,
        versions.map(({ document }) => document),
      );
    this.sets.delete(name);
    this.sets.set(name, set);
    const [oldest] = this.sets.keys();
    if (this.sets.size > MOST_SETS && oldest !== undefined) this.sets.delete(oldest);
    return set;
  }
}

/** A faulty sheet stops the start, like a faulty protocol. */
function readRightsSheet(
  content: string | undefined,
  grounds: Parameters<typeof loadRightsSheet>[2],
): RightsSheet | null {
  if (content === undefined) return null;
  const { sheet } = loadRightsSheet(content, 'rights-sheet.yaml', grounds);
  if (!sheet) throw new Error('protocols/rights-sheet.yaml has errors; run `repere protocol check`');
  return sheet;
}
