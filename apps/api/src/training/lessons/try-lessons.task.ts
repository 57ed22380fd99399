import { UncheckedProtocolError } from '@repere/case-engine';
import { text } from '@repere/feel';
import { loadScenario, type ProtocolDocument } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { type LessonFault, tryLesson } from '@repere/training';
import type { SandboxTask } from '../../platform/sandbox/sandbox-task';
import { hashOf } from '../../protocols/hash-of';
import { type HashedDocument, libraryOf } from '../../protocols/protocol-library';
import { readVersions, type SentVersion } from '../../protocols/sent-versions';

interface LessonsToTry {
  readonly document: ProtocolDocument;
  readonly published: readonly SentVersion[];
  /** Drafts that the scenarios name, as if they were published. */
  readonly drafts: readonly HashedDocument[];
  /** Texts of scenarios, by id. */
  readonly scenarios: Readonly<Record<string, string>>;
  /** Whether some of them are an answer, where all would take too long. */
  readonly mayLeaveOut: boolean;
}

/** Stands for a draft beside the published versions, whatever number it has. */
const DRAFT = '-draft';
const MOST_MS = 20_000;
/** Nothing more is begun then: what was told by now is an answer. */
const ENOUGH_MS = 14_000;
/** Of the processor, as that limit counts. */
const usedMs = (since: NodeJS.CpuUsage): number => process.cpuUsage(since).user / 1000;

/**
 * By scenario, what of it would no longer go as written with this version, and goes so with the one that it names; those for which there was
 * no time are not in it.
 */
export const TRY_LESSONS: SandboxTask<LessonsToTry, ReadonlyMap<string, readonly LessonFault[]>> = {
  name: 'lessons.try',
  lane: 'trials',
  mostMs: MOST_MS,
  perform({ document, published, drafts, scenarios, mayLeaveOut }, surroundings) {
    const begun = process.cpuUsage();
    const library = libraryOf(surroundings);
    const draft = { ...document, version: `${document.version}${DRAFT}` };
    const versions = [...readVersions(published, library).values()];
    const set = library.compiled([...versions, ...drafts, { document: draft, hash: hashOf(draft) }]);
    const faults = new Map<string, readonly LessonFault[]>();
    for (const [id, yaml] of Object.entries(scenarios)) {
      if (mayLeaveOut && usedMs(begun) > ENOUGH_MS) break;
      const read = loadScenario(yaml, 'scenario.yaml');
      const territory = territoryOf(String(read.scenario?.territory));
      if (!read.scenario || !territory) throw new Error(`${id}: can not be read`);
      // Its file is called as it says itself: the id may be a row's.
      const loaded = { ...read, file: `${read.scenario.scenario}.yaml` };
      const named = String(read.scenario.versions[document.protocol]);
      const { protocol } = draft;
      const told = (version: string) =>
        tellAll(() => tryLesson(loaded, { set, territory, protocol, version }).faults);
      faults.set(
        id,
        newOf(told(draft.version), () => told(named)),
      );
    }
    return faults;
  },
};

/** What a trainer wrote may hold a value that only telling finds: that is a fault of this scenario, and the others are told. */
function tellAll(tell: () => readonly LessonFault[]): readonly LessonFault[] {
  try {
    return tell();
  } catch (error) {
    const isOfScenario =
      error instanceof RangeError || error instanceof TypeError || error instanceof UncheckedProtocolError;
    if (!isOfScenario) throw error;
    return [UNTOLD];
  }
}

const UNTOLD: LessonFault = {
  of: 'model',
  text: text('Le déroulé modèle ne peut plus être raconté.', 'The model run can no longer be told.'),
};

/** What goes wrong as it stands is not the draft's fault. */
function newOf(
  faults: readonly LessonFault[],
  asItStands: () => readonly LessonFault[],
): readonly LessonFault[] {
  if (faults.length === 0) return faults;
  const before = new Set(asItStands().map(({ text }) => text.fr));
  return faults.filter(({ text }) => !before.has(text.fr));
}
