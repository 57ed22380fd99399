import { isoDay, localDay } from '@repere/feel';
import { uuidOf } from '../platform/uuid';
import type { DeclaredAct } from '../platform/unit/act';
import { Refusal } from '../platform/refusals/refusal';
import type { Space } from '../platform/spaces/spaces';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { OpenCaseFileService } from '../cases/opening/open-case-file.service';
import { RecomputeDueCases } from '../cases/upkeep/recompute-due-cases';
import { accountContext } from './account-context';
import { demoChildren } from './cases/demo-children';
import type { DemoChild, DemoAct } from './cases/demo-act';
import { DoDemoAct, reasonsOf } from './cases/do-demo-act';
import { spaceNow } from '../platform/clocks';
import { DEMO_SQL } from './demo.query';

const HOUR = 3_600_000;
const ZONE = 'Europe/Paris';

/** Fictional cases, done through the same services as real ones, at moments in the past. Idempotent by child. */
export class SeedCases {
  constructor(
    private readonly units: UnitOfWork,
    private readonly opening: OpenCaseFileService,
    private readonly acts: DoDemoAct,
    private readonly recomputing: RecomputeDueCases,
  ) {}

  /** Number of cases made. `accounts`: ids by login. */
  async seed(space: Space, accounts: ReadonlyMap<string, string>): Promise<number> {
    const now = spaceNow(space);
    const dayOf = (daysAgo: number): string => isoDay(localDay(now - daysAgo * 24 * HOUR, ZONE));
    const as = <T>(login: string, hoursAgo: number, work: () => Promise<T>): Promise<T> =>
      this.units.runAct(accountContext(space, accounts, login, now - hoursAgo * HOUR), SEED, work);
    let made = 0;
    for (const child of demoChildren(dayOf)) {
      const id = idOf(child.child.calledName);
      const isNew = await as(child.openedBy, child.hoursAgo, () => this.openCase(id, child));
      if (!isNew) continue;
      for (const act of child.acts)
        await refusedIf(act.act.kind === 'try', () =>
          as(act.by, act.hoursAgo, () => this.acts.do(id, act, accounts)),
        ).catch((error: unknown) => {
          throw new Error(formatFailure(child, act, error));
        });
      made++;
    }
    while ((await this.recomputing.recomputeCases(space)) > 0);
    return made;
  }

  private async openCase(id: string, { child, urgentDangerSeen }: DemoChild): Promise<boolean> {
    if (await DEMO_SQL.isThere.first(this.units.manager, [id])) return false;
    await this.opening.openCaseFile({ id, child, urgentDangerSeen, notDuplicates: [] });
    return true;
  }
}

const SEED: DeclaredAct = { type: 'demo.seed', purpose: 'training', idempotent: false };

/** The same id at each seeding, and no other child's. */
const idOf = (calledName: string): string => uuidOf(`repere demo ${calledName}`);

/** What is tried in vain must be refused by the protocol, and is recorded as refused. */
async function refusedIf(isTried: boolean, work: () => Promise<unknown>): Promise<void> {
  if (!isTried) return void (await work());
  const refusal = await work().then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refusal instanceof Refusal) || refusal.code !== 'refused')
    throw refusal ?? new Error('was not refused');
}

const formatFailure = ({ child }: DemoChild, { act: action }: DemoAct, error: unknown): string =>
  `${child.calledName}: ${JSON.stringify(action).slice(0, 160)}: ${reasonsOf(error)}`;
