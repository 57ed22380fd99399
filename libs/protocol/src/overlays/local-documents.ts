import { applyOverlay } from './apply-overlay';
import type { ProtocolDocument } from '../documents/document';
import { isNewer } from '../versions/compare-versions';
import type { OverlayDocument } from './load-overlay';

/** Whether an overlay is about this version: the same major number, not before the version that it was written for. */
export function isOverlayOf(overlay: OverlayDocument, { protocol, version }: ProtocolDocument): boolean {
  return (
    protocol === overlay.protocol &&
    Number(version.split('.')[0]) === overlay.major &&
    !isNewer(overlay.since, version)
  );
}

/**
 * Every version as every territory with an overlay runs it: documents of their own, called `1.1.0+93`, to compile, hash,
 * keep and explore beside `documents`. A run is pinned to one as to any version, so that a later overlay changes no open case.
 */
export function localDocuments(
  documents: readonly ProtocolDocument[],
  overlays: readonly OverlayDocument[],
): readonly ProtocolDocument[] {
  return documents.flatMap((document) =>
    overlays
      .filter((overlay) => isOverlayOf(overlay, document))
      .map((overlay) => applyOverlay(document, overlay)),
  );
}

/**
 * By territory with an overlay: what its cases run in the place of these versions, one of each protocol. Of several overlays
 * the last counts, as for a run that is opened.
 */
export function documentsByTerritory(
  documents: readonly ProtocolDocument[],
  overlays: readonly OverlayDocument[],
): ReadonlyMap<string, readonly ProtocolDocument[]> {
  const territories = [...new Set(overlays.map(({ territory }) => territory))];
  const local = territories.map((territory): [string, readonly ProtocolDocument[]] => [
    territory,
    documents.flatMap((document) => {
      const theirs = localDocuments(
        [document],
        overlays.filter((it) => it.territory === territory),
      );
      const names = theirs.map(({ version }) => version);
      return theirs.find(({ version }) => version === localVersion(document.version, territory, names)) ?? [];
    }),
  ]);
  return new Map(local.filter(([, theirs]) => theirs.length > 0));
}

/** The name under which a territory runs this version: `1.1.0+93`, of several overlays the last; else the version itself. */
export function localVersion(version: string, territory: string, known: Iterable<string>): string {
  let found = version;
  let last = 0;
  for (const name of known) {
    const [of, local = ''] = name.split('+');
    const [place, number = '1'] = local.split('.');
    if (of !== version || place !== territory || Number(number) <= last) continue;
    found = name;
    last = Number(number);
  }
  return found;
}
