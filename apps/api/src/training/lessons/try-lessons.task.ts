import { loadScenario, type ProtocolDocument } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { type LessonFault, tryLesson } from '@repere/training';
import type { SandboxTask } from '../../platform/sandbox/sandbox-task';
import { hashOf } from '../../protocols/hash-of';
import { libraryOf } from '../../protocols/protocol-library';
import { readVersions, type SentVersion } from '../../protocols/sent-versions';

interface LessonsToTry {
  readonly document: ProtocolDocument;
  readonly published: readonly SentVersion[];
  /** Texts of scenarios, by id. */
  readonly scenarios: Readonly<Record<string, string>>;
}

/** Stands for a draft beside the published versions, whatever number it has. */
const DRAFT = '-draft';

/** By scenario, what of it would no longer go as written with this version. */
export const TRY_LESSONS: SandboxTask<LessonsToTry, ReadonlyMap<string, readonly LessonFault[]>> = {
  name: 'lessons.try',
  lane: 'protocols',
  mostMs: 20_000,
  perform({ document, published, scenarios }, surroundings) {
    const library = libraryOf(surroundings);
    const draft = { ...document, version: `${document.version}${DRAFT}` };
    const versions = [...readVersions(published, library).values()];
    const set = library.compiled([...versions, { document: draft, hash: hashOf(draft) }]);
    const faults = new Map<string, readonly LessonFault[]>();
    for (const [id, yaml] of Object.entries(scenarios)) {
      const loaded = loadScenario(yaml, `${id}.yaml`);
      const territory = territoryOf(String(loaded.scenario?.territory));
      if (!territory) throw new Error(`${id}: no such territory`);
      const { protocol, version } = draft;
      faults.set(id, tryLesson(loaded, { set, territory, protocol, version }).faults);
    }
    return faults;
  },
};
