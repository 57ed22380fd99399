import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isoDay, localDay } from '@repere/protocol-engine';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '../../platform/act';
import { Refusal } from '../../platform/refusal';
import { type Space, spaceNow } from '../../platform/spaces';
import { UnitOfWork } from '../../platform/unit-of-work';
import { Acting } from '../acting';
import { AssignService } from '../acts/assign.service';
import { CaseReader } from '../case-reader';
import { SaveDraftService } from '../drafts/save-draft.service';
import { OpenCaseFileService } from '../opening/open-case-file.service';
import { PeopleRepository } from '../people/people.repository';
import { StepActsService } from '../steps/step-acts.service';
import { RefoldDueCases } from '../upkeep/refold-due-cases';
import { accountActor } from './account-actor';
import { demoChildren } from './demo-children';
import type { DemoChild, DemoDeed } from './demo-deed';

const HOUR = 3_600_000;
const ZONE = 'Europe/Paris';
/** The demo sees everything that its staff has done. */
const SEEN = Number.MAX_SAFE_INTEGER;

/** Fictional cases, done through the same services as real ones, at moments in the past. Idempotent by child. */
@Injectable()
export class SeedCases {
  constructor(
    private readonly units: UnitOfWork,
    private readonly opening: OpenCaseFileService,
    private readonly steps: StepActsService,
    private readonly acting: Acting,
    private readonly reader: CaseReader,
    private readonly people: PeopleRepository,
    private readonly drafts: SaveDraftService,
    private readonly assigning: AssignService,
    private readonly refolding: RefoldDueCases,
  ) {}

  /** Number of cases made. `accounts`: ids by login. */
  async seed(space: Space, accounts: ReadonlyMap<string, string>): Promise<number> {
    const now = spaceNow(space);
    const dayOf = (daysAgo: number): string => isoDay(localDay(now - daysAgo * 24 * HOUR, ZONE));
    let made = 0;
    for (const child of demoChildren(dayOf)) {
      const id = idOf(child.child.calledName);
      const isNew = await this.as(space, accounts, child.openedBy, now - child.hoursAgo * HOUR, () =>
        this.open(id, child),
      );
      if (!isNew) continue;
      for (const deed of child.deeds)
        await this.as(space, accounts, deed.by, now - deed.hoursAgo * HOUR, () =>
          this.do(id, deed, accounts),
        ).catch((error: unknown) => {
          throw new Error(
            `${child.child.calledName}: ${JSON.stringify(deed.deed).slice(0, 120)}: ${reasonsOf(error)}`,
          );
        });
      made++;
    }
    await this.refolding.refold(space);
    return made;
  }

  private async open(id: string, { child, urgentDangerSeen }: DemoChild): Promise<boolean> {
    const known: unknown[] = await this.units.manager.query(`SELECT 1 FROM case_file WHERE id = $1`, [id]);
    if (known.length > 0) return false;
    await this.opening.open({ id, child, urgentDangerSeen, notDuplicates: [] });
    return true;
  }

  private async do(id: string, { deed }: DemoDeed, accounts: ReadonlyMap<string, string>): Promise<unknown> {
    switch (deed.kind) {
      case 'complete':
        return this.steps.complete(id, await this.about(id, deed), deed.input, SEEN);
      case 'approve': {
        const about = await this.about(id, deed);
        return this.steps.approve(id, about, { entryId: await this.entryOf(id, about, 'toApprove') }, SEEN);
      }
      case 'amend': {
        const about = await this.about(id, deed);
        const { values, why } = deed;
        return this.steps.amend(
          id,
          about,
          { entryId: await this.entryOf(id, about, 'last'), values, why },
          SEEN,
        );
      }
      case 'draft':
        return this.drafts.save(
          id,
          await this.about(id, deed),
          { content: deed.input, protocolVersion: '1.0.0' },
          0,
        );
      case 'note':
        return this.acting.act(await this.reader.lock(id), { kind: 'add-note', note: deed.note });
      case 'person':
        return this.people.add(await this.reader.lock(id), randomUUID(), deed.person);
      case 'assign':
        return this.assigning.assign(await this.reader.lock(id, 'assign'), accounts.get(deed.login) ?? '');
    }
  }

  private async about(id: string, { protocol, step }: { readonly protocol: string; readonly step: string }) {
    const { view } = await this.reader.read(id);
    const run = view.runs.find((it) => it.protocol === protocol);
    if (!run) throw new Error(`no run of ${protocol}`);
    return { runId: run.runId, step };
  }

  private async entryOf(
    id: string,
    { runId, step }: { readonly runId: string; readonly step: string },
    which: 'toApprove' | 'last',
  ): Promise<string> {
    const { view } = await this.reader.read(id);
    const found = view.runs.find((run) => run.runId === runId)?.steps.find((it) => it.id === step);
    const entry = which === 'toApprove' ? found?.toApprove : found?.entryIds.at(-1);
    if (!entry) throw new Error(`no entry ${which} in ${step}`);
    return entry;
  }

  private as<T>(
    space: Space,
    accounts: ReadonlyMap<string, string>,
    login: string,
    at: number,
    work: () => Promise<T>,
  ): Promise<T> {
    const id = accounts.get(login);
    if (id === undefined) throw new Error(`no demo account ${login}`);
    const door = {
      space: { ...space, fixedNow: at },
      correlation: randomUUID(),
      identify: (manager: EntityManager) => accountActor(manager, id),
    };
    return this.units.run(door, SEED, work);
  }
}

const SEED: DeclaredAct = { type: 'demo.seed', purpose: 'training', idempotent: false };

/** The same id at each seeding, and no other child's. */
function idOf(calledName: string): string {
  const hex = createHash('sha256').update(`repere demo ${calledName}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const reasonsOf = (error: unknown): string =>
  error instanceof Refusal
    ? `${error.code} ${JSON.stringify(error.details.reasons?.map(({ code, field }) => `${code} ${field ?? ''}`))}`
    : String(error);
