import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  checkLibrary,
  compileProtocols,
  loadLibrary,
  protocolHash,
  type ProtocolDocument,
  type ProtocolSet,
  type SharedDocument,
  type Sources,
} from '@repere/protocol-engine';
import type { Configuration } from '../platform/configuration';
import { CONFIGURATION } from '../platform/tokens';
import { readProtocolFiles } from './read-protocol-files';

/** A version of a protocol with its content hash. */
export interface HashedDocument {
  readonly document: ProtocolDocument;
  readonly hash: string;
}

export const keyOf = (protocol: string, version: string): string => `${protocol}@${version}`;

/** What the folder `protocols/` holds: read, checked and compiled once a process. A faulty protocol stops the start. */
@Injectable()
export class ProtocolLibrary {
  readonly shared: SharedDocument;
  readonly sources: Sources;
  /** By `protocol@version`. */
  readonly documents: ReadonlyMap<string, HashedDocument>;
  private readonly sets = new Map<string, ProtocolSet>();

  constructor(@Inject(CONFIGURATION) { protocolsDir }: Configuration) {
    const library = loadLibrary(readProtocolFiles(protocolsDir));
    const errors = checkLibrary(library).filter(({ severity }) => severity === 'error');
    if (errors.length > 0 || !library.shared)
      throw new Error(`protocols/ has ${String(errors.length)} errors; run \`repere protocol check\``);
    this.shared = library.shared;
    this.sources = library.sources;
    this.documents = new Map(
      library.documents.map((document) => [
        keyOf(document.protocol, document.version),
        { document, hash: hashOf(document) },
      ]),
    );
  }

  /** Everything compiled: the folder's versions, and earlier ones that a space still has. */
  compiled(earlier: ReadonlyMap<string, HashedDocument>): ProtocolSet {
    const all = new Map([...earlier, ...this.documents]);
    const name = [...all.values()].map(({ hash }) => hash).join();
    const known = this.sets.get(name);
    if (known) return known;
    const set = compileProtocols(
      this.shared,
      [...all.values()].map(({ document }) => document),
    );
    this.sets.set(name, set);
    return set;
  }
}

const hashOf = (document: ProtocolDocument): string =>
  protocolHash(document, (text) => createHash('sha256').update(text).digest('hex'));
