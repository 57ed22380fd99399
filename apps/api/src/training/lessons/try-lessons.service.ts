import { Injectable } from '@nestjs/common';
import type { ProtocolDocument } from '@repere/protocol';
import type { LessonFault } from '@repere/training';
import { CachedWork } from '../../platform/sandbox/cached-work';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CheckDraft } from '../../protocols/drafts/checking/check-draft';
import { faultsOf } from '../../protocols/drafts/checking/publication-blockers';
import { DraftFinder } from '../../protocols/drafts/draft-finder';
import { DraftVersions } from '../../protocols/drafts/draft-versions';
import { hashOf, sha256 } from '../../protocols/hash-of';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import type { PublishedProtocols } from '../../protocols/publishing/published-protocols';
import { sendVersions } from '../../protocols/sent-versions';
import { OWN_SCENARIOS_SQL, type SpeakingScenarioRow } from '../own-scenarios/own-scenarios.query';
import { ScenarioLibrary } from '../scenarios/scenario-library';
import type {
  AffectedLessonsDto,
  DraftEffectDto,
  TriedLessonDto,
  TriedLessonsDto,
  TriedOwnLessonsDto,
} from './lessons.dto';
import { TRY_LESSONS } from './try-lessons.task';

interface Told {
  readonly faults: ReadonlyMap<string, readonly LessonFault[]>;
  /** Otherwise there was no time for the rest, now. */
  readonly isAll: boolean;
}
type Tried = Told | 'stopped';

/** What is told: texts by id, and versions that they name beside the draft. */
interface Lessons {
  readonly scenarios: Readonly<Record<string, string>>;
  readonly versions: readonly string[];
  readonly mayLeaveOut: boolean;
}

const MOST_KEPT = 20;
const MOST_FAULTS = 20;

/** What becomes of the exercises when a draft is published, told before it is. */
@Injectable()
export class TryLessons {
  private readonly kept = new CachedWork<Tried>(MOST_KEPT, (tried) =>
    tried !== 'stopped' && tried.isAll ? Infinity : 0,
  );

  constructor(
    private readonly drafts: DraftFinder,
    private readonly draftVersions: DraftVersions,
    private readonly checker: CheckDraft,
    private readonly library: ProtocolLibrary,
    private readonly scenarios: ScenarioLibrary,
    private readonly sandbox: Sandbox,
    private readonly unit: UnitOfWork,
  ) {}

  /** Of the scenarios that speak of the draft's protocol. A draft must be without errors. */
  async tryAll(draftId: string): Promise<TriedLessonsDto> {
    const { draft, published } = await this.drafts.readDraft(draftId);
    const checked = await this.checker.check(draft.files, published);
    const { document } = checked;
    const errors = faultsOf(checked);
    if (!document || errors.length > 0) throw new Refusal('refused', { reasons: errors });
    const shipped = await this.tryShipped(document, published);
    const rows = await OWN_SCENARIOS_SQL.speakingOf.readRows(this.unit.manager, [document.protocol]);
    return { ...shipped, own: await this.tryOwn(rows, document, published) };
  }

  /** The same of a draft that waits, for who teaches and does not review: which, never why, since that speaks of its text. */
  async tryWaiting(draftId: string): Promise<DraftEffectDto> {
    const { draft, published } = await this.drafts.readWaiting(draftId);
    const checked = await this.checker.check(draft.files, published);
    const { document } = checked;
    if (!document || faultsOf(checked).length > 0) throw new Refusal('refused', { reasons: [NOT_SOUND] });
    const { total, isStopped, lessons } = await this.tryShipped(document, published);
    const { manager, account } = this.unit;
    const rows = await OWN_SCENARIOS_SQL.ownSpeakingOf.readRows(manager, [document.protocol, account.id]);
    const own = await this.tryOwn(rows, document, published);
    return {
      shipped: affectedOf(lessons, { total, tried: lessons.length, isStopped }),
      own: affectedOf(own.mine, own),
    };
  }

  private async tryShipped(
    document: ProtocolDocument,
    published: PublishedProtocols,
  ): Promise<Omit<TriedLessonsDto, 'own'>> {
    const concerned = [...this.scenarios.scenarios.values()].filter(
      ({ scenario }) => scenario.versions[document.protocol] !== undefined,
    );
    const scenarios = Object.fromEntries(concerned.map(({ scenario, yaml }) => [scenario.scenario, yaml]));
    const tried = await this.tellLessons(document, published, {
      scenarios,
      versions: [],
      mayLeaveOut: false,
    });
    const total = this.scenarios.scenarios.size;
    if (tried === 'stopped') return { total, isStopped: true, lessons: [] };
    const lessons = concerned.map(({ scenario: { scenario, title, cast } }) => ({
      ...{ scenario, title, child: cast[0]?.name ?? '' },
      faults: (tried.faults.get(scenario) ?? []).slice(0, MOST_FAULTS),
    }));
    return { total, isStopped: false, lessons: rewrittenFirst(lessons) };
  }

  /** What trainers wrote: of one's own what goes otherwise, of others’ how many. */
  private async tryOwn(
    rows: readonly SpeakingScenarioRow[],
    document: ProtocolDocument,
    published: PublishedProtocols,
  ): Promise<TriedOwnLessonsDto> {
    const total = rows.length;
    if (total === 0) return { total, tried: 0, changed: 0, isStopped: false, mine: [] };
    const tried = await this.tellLessons(document, published, {
      scenarios: Object.fromEntries(rows.map(({ id, yaml }) => [id, yaml])),
      versions: [...new Set(rows.flatMap(({ versions }) => versions))],
      mayLeaveOut: true,
    });
    if (tried === 'stopped') return { total, tried: 0, changed: 0, isStopped: true, mine: [] };
    const mine = rows.flatMap(({ id, title, child }) => {
      const faults = tried.faults.get(id)?.slice(0, MOST_FAULTS);
      return title && faults ? [{ scenario: id, title, child: child ?? '', faults }] : [];
    });
    const changed = [...tried.faults.values()].filter((faults) => faults.length > 0).length;
    return { total, tried: tried.faults.size, changed, isStopped: false, mine: rewrittenFirst(mine) };
  }

  private async tellLessons(
    document: ProtocolDocument,
    published: PublishedProtocols,
    { scenarios, versions, mayLeaveOut }: Lessons,
  ): Promise<Tried> {
    const named = await this.draftVersions.findVersions(versions, published);
    const drafts = named.map(({ document: it, hash }) => ({ document: it, hash }));
    const hashes = [...published.versions.values(), ...drafts].map(({ hash }) => hash);
    const question = sha256(JSON.stringify([hashOf(document), hashes, scenarios]));
    return this.kept.workOnce(question, async () => {
      try {
        const faults = await this.sandbox.runTask(TRY_LESSONS, {
          ...{ document, drafts, scenarios, mayLeaveOut },
          published: sendVersions(published, this.library),
        });
        return { faults, isAll: faults.size === Object.keys(scenarios).length };
      } catch (error) {
        if (!(error instanceof WorkStopped)) throw error;
        return 'stopped';
      }
    });
  }
}

const rewrittenFirst = (lessons: readonly TriedLessonDto[]): readonly TriedLessonDto[] =>
  [...lessons].sort((a, b) => Number(b.faults.length > 0) - Number(a.faults.length > 0));

const affectedOf = (
  lessons: readonly TriedLessonDto[],
  { total, tried, isStopped }: Omit<AffectedLessonsDto, 'changed'>,
): AffectedLessonsDto => ({
  ...{ total, tried, isStopped },
  changed: lessons.flatMap(({ scenario, title, child, faults }) =>
    faults.length > 0 ? [{ scenario, title, child }] : [],
  ),
});

const NOT_SOUND = {
  code: 'draft-with-errors',
  text: {
    fr: 'Ce brouillon a des erreurs : les exercices se rejouent quand elles sont corrigées.',
    en: 'This draft has errors: exercises are told with it once they are mended.',
  },
};
