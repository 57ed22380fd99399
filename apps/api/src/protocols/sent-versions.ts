import type { ProtocolSet } from '@repere/case-engine';
import type { ProtocolDocument } from '@repere/protocol';
import { keyOf, type ProtocolLibrary } from './protocol-library';
import type { PublishedVersion, PublishedProtocols } from './publishing/published-protocols';

/** A published version on its way to the sandbox. `null`: the folder has the same document, and it has the folder. */
export interface SentVersion extends Omit<PublishedVersion, 'document'> {
  readonly key: string;
  readonly document: ProtocolDocument | null;
}

/** By `protocol@version`. */
export type Versions = PublishedProtocols['versions'];

export const sendVersions = (
  published: PublishedProtocols,
  library: ProtocolLibrary,
): readonly SentVersion[] =>
  [...published.versions].map(([key, version]) => ({
    ...version,
    key,
    document: library.documents.get(key)?.hash === version.hash ? null : version.document,
  }));

/** As they were published. Throws when the folder changed since. */
export function readVersions(sent: readonly SentVersion[], library: ProtocolLibrary): Versions {
  return new Map(
    sent.map(({ key, document: own, ...version }) => {
      const document = own ?? library.documents.get(key)?.document;
      if (!document) throw new Error(`no ${key} in the folder`);
      return [keyOf(document.protocol, document.version), { ...version, document }];
    }),
  );
}

/** The same, compiled side by side. */
export const readSet = (sent: readonly SentVersion[], library: ProtocolLibrary): ProtocolSet =>
  library.compiled([...readVersions(sent, library).values()]);
