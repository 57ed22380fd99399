import { randomUUID } from 'node:crypto';
import type { CaseAct } from '@repere/access';
import { NeededRights } from '../../platform/routes/needed-rights';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type AboutStep, CaseCommandHandler } from '../../cases/acts/case-command-handler';
import { AssignService } from '../../cases/acts/assign.service';
import { CaseReader } from '../../cases/reading/case-reader';
import { SaveDraftService } from '../../cases/drafts/save-draft.service';
import { MoveRun } from '../../cases/moves/move-run.service';
import { listOfPeople, rowOfPerson } from '../../cases/people/person-row';
import { StepActsService } from '../../cases/steps/step-acts.service';
import type { DemoAct } from './demo-act';
import { DEMO_SQL } from '../demo.query';

/** The demo sees everything that its staff has done. */
const SEEN = Number.MAX_SAFE_INTEGER;

/** The right that the route of each act needs. */
const NEEDS = {
  ...{ complete: 'protect', try: 'protect', approve: 'approve', return: 'approve', waive: 'write' },
  ...{ amend: 'write', draft: 'protect', 'open-run': 'write', move: 'approve', facts: 'protect' },
  ...{ note: 'protect', person: 'write', assign: 'assign' },
} as const satisfies Record<DemoAct['act']['kind'], CaseAct>;

/** Does one act through the same services as a request, as whoever the unit of work says. */
export class DoDemoAct {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rights: NeededRights,
    private readonly steps: StepActsService,
    private readonly commands: CaseCommandHandler,
    private readonly reader: CaseReader,
    private readonly drafts: SaveDraftService,
    private readonly assigning: AssignService,
    private readonly moving: MoveRun,
  ) {}

  async do(id: string, { act: action }: DemoAct, accounts: ReadonlyMap<string, string>): Promise<unknown> {
    await this.rights.demand(
      { on: 'case-file', act: NEEDS[action.kind] },
      { params: { id }, body: {} },
      true,
    );
    switch (action.kind) {
      case 'complete':
      case 'try':
        return this.steps.complete(id, await this.aboutStep(id, action), action.input, SEEN);
      case 'approve': {
        const about = await this.aboutStep(id, action);
        return this.steps.approveEntry(
          id,
          about,
          { entryId: await this.entryOf(id, about, 'toApprove') },
          SEEN,
        );
      }
      case 'return': {
        const about = await this.aboutStep(id, action);
        const entryId = await this.entryOf(id, about, 'toApprove');
        return this.steps.sendBack(id, about, { entryId, reason: action.reason }, SEEN);
      }
      case 'waive':
        return this.steps.waive(id, await this.aboutStep(id, action), action, SEEN);
      case 'amend': {
        const about = await this.aboutStep(id, action);
        const { values, why } = action;
        const entryId = await this.entryOf(id, about, 'last');
        return this.steps.amend(id, about, { entryId, values, why }, SEEN);
      }
      case 'draft': {
        const run = await this.runOf(id, action.protocol);
        const about = { runId: run.id, step: action.step };
        return this.drafts.saveDraft(id, about, { content: action.input, protocolVersion: run.version }, 0);
      }
      case 'open-run': {
        const file = await this.reader.lock(id);
        const { protocol } = action;
        return this.commands.handleCommand(file, {
          kind: 'open-run',
          protocol,
          version: file.inForce[protocol] ?? '',
        });
      }
      case 'move': {
        const { id: runId } = await this.runOf(id, action.protocol);
        return this.moving.moveRun(await this.reader.lock(id), runId, action, SEEN);
      }
      case 'facts': {
        const { values, note } = action;
        return this.commands.handleCommand(await this.reader.lock(id), {
          kind: 'record-facts',
          values,
          note,
        });
      }
      case 'note':
        return this.commands.handleCommand(await this.reader.lock(id), {
          kind: 'add-note',
          note: action.note,
        });
      case 'person': {
        const file = await this.reader.lock(id);
        return this.commands.handleCommand(file, {
          kind: 'record-facts',
          values: {},
          list: listOfPeople(file),
          row: { id: action.row ?? randomUUID(), values: rowOfPerson(file, action.person) },
        });
      }
      case 'assign':
        return this.assigning.assign(await this.reader.lock(id), accounts.get(action.login) ?? '');
    }
  }

  private async aboutStep(
    id: string,
    { protocol, step }: { readonly protocol: string; readonly step: string },
  ): Promise<AboutStep> {
    return { runId: (await this.runOf(id, protocol)).id, step };
  }

  /** `hearing`: the first run of that protocol; `hearing#2`: the second. */
  private async runOf(id: string, named: string): Promise<{ readonly id: string; readonly version: string }> {
    const [protocol, place = '1'] = named.split('#');
    const run = await DEMO_SQL.runOf.first(this.unit.manager, [id, protocol, Number(place) - 1]);
    if (!run) throw new Error(`no run ${named}`);
    return run;
  }

  private async entryOf(
    id: string,
    { runId, step }: AboutStep,
    which: 'toApprove' | 'last',
  ): Promise<string> {
    const { view } = await this.reader.readCase(id);
    const found = view.runs.find((run) => run.runId === runId)?.steps.find((it) => it.id === step);
    const entry = which === 'toApprove' ? found?.toApprove : found?.entryIds.at(-1);
    if (!entry) throw new Error(`no entry ${which} in ${step}`);
    return entry;
  }
}

/** Why an act could not be done, for who writes stories. */
export const reasonsOf = (error: unknown): string =>
  error instanceof Refusal
    ? `${error.code} ${JSON.stringify(error.details.reasons?.map(({ code, field, text }) => `${code} ${field ?? ''} ${text.fr}`))}`
    : String(error);
