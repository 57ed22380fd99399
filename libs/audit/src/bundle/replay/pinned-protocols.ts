import type { ProtocolDocument, SharedDocument } from '@repere/protocol';
import type { OpenedAct } from './journal-of';

/** A version that an act pins its run to. */
export interface PinnedVersion {
  readonly act: OpenedAct;
  readonly protocol: string;
  readonly version: string;
}

export const SHARED = 'protocols/shared.json';
export const fileOf = (protocol: string, version: string): string => `protocols/${protocol}@${version}.json`;

/** Every version that runs were opened under or moved to, as far as it is shown. */
export function pinnedVersions(acts: readonly OpenedAct[]): readonly PinnedVersion[] {
  const protocolOf = new Map<unknown, string>();
  return acts.flatMap((act) => {
    const { kind, runId, protocol, version, to } = act.fields;
    if (kind === 'run-opened' && typeof protocol === 'string' && typeof version === 'string') {
      protocolOf.set(runId, protocol);
      return [{ act, protocol, version }];
    }
    const moved = protocolOf.get(runId);
    return kind === 'run-moved' && typeof to === 'string' && moved !== undefined
      ? [{ act, protocol: moved, version: to }]
      : [];
  });
}

/** The documents of a bundle, in the order of their files. What is in them the engine will judge. */
export function documentsOf(protocols: ReadonlyMap<string, unknown>): {
  readonly shared: SharedDocument | undefined;
  readonly documents: readonly ProtocolDocument[];
} {
  return {
    shared: protocols.get(SHARED) as SharedDocument | undefined,
    documents: [...protocols].filter(([file]) => file !== SHARED).map(([, it]) => it as ProtocolDocument),
  };
}
