import { Inject, Injectable } from '@nestjs/common';
import type { ProtocolFiles } from '@repere/cases';
import type { AnswersBeside, Library, LoadedOverlay, ProtocolDocument, RightsSheet, SharedDocument, Sources } from '@repere/protocol';
import { compileProtocols, type ProtocolSet } from '@repere/case-engine';
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
    LIBRARIES.set(surroundings, this);
    const library = readLibrary(surroundings.protocolsDir);
    this.files = library.files;
    this.sharedFiles = Object.fromEntries(Object.entries(this.files).filter(([path]) => !path.includes('/')));
    this.shared = library.shared;
    this.sources = library.sources;
    this.parts = library.parts;
    this.answers = library.answers;
    this.rightsSheet = library.rightsSheet;
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
