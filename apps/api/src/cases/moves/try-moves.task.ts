import { foldCase, type JournalEntry, type ProtocolSet, type RunTrial, tryMove } from '@repere/case-engine';
import { localDocuments, localVersion, type ProtocolDocument } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import type { SandboxTask } from '../../platform/sandbox/sandbox-task';
import { hashOf } from '../../protocols/hash-of';
import { libraryOf, type ProtocolLibrary } from '../../protocols/protocol-library';
import { readVersions, type SentVersion } from '../../protocols/sent-versions';
import { PublishedProtocols } from '../../protocols/publishing/published-protocols';
import type { DryRunRow } from './dry-run-row';

/** A run with the journal of its case. */
export interface RunToTry {
  readonly runId: string;
  readonly version: string;
  readonly territory: string;
  readonly journal: readonly JournalEntry[];
}

interface MovesToTry {
  readonly target: Pick<DryRunRow, 'protocol' | 'toVersion' | 'draftId' | 'document'>;
  readonly published: readonly SentVersion[];
  readonly runs: readonly RunToTry[];
  readonly now: number;
}

/** What cases are tried on, and the version that a case of a territory would move to. */
interface TrialSet {
  readonly set: ProtocolSet;
  versionIn(territory: string): string;
}

/** Stands for a draft beside the published versions, whatever number it has. */
const DRAFT = '-draft';

/** By run, what moving it would do; those that follow the version already are left out. */
export const TRY_MOVES: SandboxTask<MovesToTry, ReadonlyMap<string, RunTrial>> = {
  name: 'moves.try',
  lane: 'trials',
  mostMs: 20_000,
  perform({ target, published, runs, now }, surroundings) {
    const { set, versionIn } = trialSet(target, published, libraryOf(surroundings));
    const trials = new Map<string, RunTrial>();
    for (const { runId, version, territory, journal } of runs) {
      const place = territoryOf(territory);
      const to = versionIn(territory);
      if (!place || version === to) continue;
      trials.set(runId, tryMove(foldCase(set, journal, { now, territory: place }), runId, to));
    }
    return trials;
  },
};

/** Everything published, and the draft that is tried. */
function trialSet(
  { protocol, toVersion, draftId, document }: MovesToTry['target'],
  published: readonly SentVersion[],
  library: ProtocolLibrary,
): TrialSet {
  const versions = readVersions(published, library);
  if (draftId === null) {
    const set = library.compiled([...versions.values()]);
    const published = new PublishedProtocols(versions, set, 0);
    return { set, versionIn: (territory) => published.asRunIn(territory, protocol, toVersion) };
  }
  const draft: ProtocolDocument = { ...document, version: `${document.version}${DRAFT}` };
  const overlays = library.overlays.flatMap(({ overlay }) => overlay ?? []);
  const tried = [draft, ...localDocuments([draft], overlays)];
  const names = tried.map(({ version }) => version);
  return {
    set: library.compiled([...versions.values(), ...tried.map((it) => ({ document: it, hash: hashOf(it) }))]),
    versionIn: (territory) => localVersion(draft.version, territory, names),
  };
}
