import { Injectable } from '@nestjs/common';
import {
  localDocuments,
  localVersion,
  type ProtocolDocument,
  type ProtocolSet,
} from '@repere/protocol-engine';
import { hashOf } from '../../protocols/hash-of';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import type { Shelf } from '../../protocols/shelf';
import type { DryRunRow } from './dry-run-row';

/** What cases are tried on. */
export interface TrialSet {
  readonly set: ProtocolSet;
  /** The version that a case of this territory would move to. */
  versionIn(territory: string): string;
}

/** Stands for a draft beside the published versions, whatever number it has. */
const DRAFT = '-draft';

/** Everything published, and the draft that is tried. */
@Injectable()
export class TrialSets {
  constructor(private readonly library: ProtocolLibrary) {}

  of({ protocol, toVersion, draftId, document }: DryRunRow, shelf: Shelf): TrialSet {
    if (draftId === null)
      return {
        set: shelf.set,
        versionIn: (territory) => shelf.asRunIn(territory, protocol, toVersion),
      };
    const draft: ProtocolDocument = { ...document, version: `${document.version}${DRAFT}` };
    const overlays = this.library.overlays.flatMap(({ overlay }) => overlay ?? []);
    const tried = [draft, ...localDocuments([draft], overlays)];
    const names = tried.map(({ version }) => version);
    return {
      set: this.library.compiled([
        ...shelf.versions.values(),
        ...tried.map((it) => ({ document: it, hash: hashOf(it) })),
      ]),
      versionIn: (territory) => localVersion(draft.version, territory, names),
    };
  }
}
