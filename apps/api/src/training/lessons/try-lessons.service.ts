import { Injectable } from '@nestjs/common';
import type { LessonFault } from '@repere/training';
import { CachedWork } from '../../platform/sandbox/cached-work';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import { Refusal } from '../../platform/refusals/refusal';
import { CheckDraft } from '../../protocols/drafts/checking/check-draft';
import { faultsOf } from '../../protocols/drafts/checking/publication-blockers';
import { DraftFinder } from '../../protocols/drafts/draft-finder';
import { hashOf } from '../../protocols/hash-of';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { sendVersions } from '../../protocols/sent-versions';
import { ScenarioLibrary } from '../scenarios/scenario-library';
import type { TriedLessonsDto } from './lessons.dto';
import { TRY_LESSONS } from './try-lessons.task';

type Tried = ReadonlyMap<string, readonly LessonFault[]> | 'stopped';

const MOST_KEPT = 20;
const MOST_FAULTS = 20;

/** What becomes of the exercises when a draft is published, told before it is. */
@Injectable()
export class TryLessons {
  private readonly kept = new CachedWork<Tried>(MOST_KEPT, (tried) => (tried === 'stopped' ? 0 : Infinity));

  constructor(
    private readonly drafts: DraftFinder,
    private readonly checker: CheckDraft,
    private readonly library: ProtocolLibrary,
    private readonly scenarios: ScenarioLibrary,
    private readonly sandbox: Sandbox,
  ) {}

  /** Of the scenarios that speak of the draft's protocol. A draft must be without errors. */
  async tryAll(draftId: string): Promise<TriedLessonsDto> {
    const { draft, published } = await this.drafts.readDraft(draftId);
    const checked = await this.checker.check(draft.files, published);
    const { document } = checked;
    const errors = faultsOf(checked);
    if (!document || errors.length > 0) throw new Refusal('refused', { reasons: errors });
    const concerned = [...this.scenarios.scenarios.values()].filter(
      ({ scenario }) => scenario.versions[document.protocol] !== undefined,
    );
    const versions = [...published.versions.values()].map(({ hash }) => hash);
    const tried = await this.kept.workOnce([hashOf(document), ...versions].join(' '), async () => {
      try {
        return await this.sandbox.runTask(TRY_LESSONS, {
          document,
          published: sendVersions(published, this.library),
          scenarios: Object.fromEntries(concerned.map(({ scenario, yaml }) => [scenario.scenario, yaml])),
        });
      } catch (error) {
        if (!(error instanceof WorkStopped)) throw error;
        return 'stopped';
      }
    });
    const total = this.scenarios.scenarios.size;
    if (tried === 'stopped') return { total, isStopped: true, lessons: [] };
    const lessons = concerned.map(({ scenario: { scenario, title, cast } }) => ({
      ...{ scenario, title, child: cast[0]?.name ?? '' },
      faults: (tried.get(scenario) ?? []).slice(0, MOST_FAULTS),
    }));
    return {
      total,
      isStopped: false,
      lessons: lessons.sort((a, b) => Number(b.faults.length > 0) - Number(a.faults.length > 0)),
    };
  }
}
