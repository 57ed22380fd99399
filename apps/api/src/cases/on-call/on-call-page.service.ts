import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { calledIn, type OnCallKind } from '@repere/protocol';
import { OnCallContactsRepository } from '../../directory/on-call/on-call-contacts.repository';
import { showOnCall } from '../../directory/on-call/show-on-call';
import { Refusal } from '../../platform/refusals/refusal';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { type AboutStep, CaseCommandHandler } from '../acts/case-command-handler';
import type { ActDoneDto } from '../page/case-file.dto';
import type { LoadedCase } from '../reading/loaded-case';
import { spokenLanguages } from './spoken-languages';
import type { CallMadeDto, OnCallPageDto, RecordCallDto } from './on-call-page.dto';

/** Calls of one kind that a page shows. */
const LAST_CALLS = 3;

/** Whom the steps of a run say to call where the case is, and the calls that were made. */
@Injectable()
export class OnCallPageService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: ProtocolLibrary,
    private readonly contacts: OnCallContactsRepository,
    private readonly commands: CaseCommandHandler,
  ) {}

  async showOnCall(file: LoadedCase, runId: string): Promise<OnCallPageDto> {
    return this.pageOf(file, this.kindsOf(file, runId));
  }

  /** The same of one step; `null` when it says to call nobody. */
  async showOf(file: LoadedCase, { runId, step }: AboutStep): Promise<OnCallPageDto | null> {
    const kinds = [...this.kindsOf(file, runId)].filter(([, steps]) => steps.includes(step));
    return kinds.length > 0 ? this.pageOf(file, new Map(kinds)) : null;
  }

  private async pageOf(
    file: LoadedCase,
    kinds: ReadonlyMap<OnCallKind, readonly string[]>,
  ): Promise<OnCallPageDto> {
    const { territory } = file;
    const contacts = await this.contacts.listContacts(territory.code);
    const spoken = spokenLanguages(file, principalOf(this.unit.account));
    const shown = showOnCall(contacts, territory, this.unit.now(), [...kinds.keys()], spoken);
    return {
      territory: territory.name,
      zone: territory.zone,
      mayCall: may(principalOf(this.unit.account), 'protect', file.resource).yes,
      kinds: shown.map((it) => ({
        ...it,
        steps: kinds.get(it.kind) ?? [],
        calls: callsTo(file, it.kind),
      })),
    };
  }

  /** A note of the case: whom, by which number, and whether they answered. */
  async recordCall(
    file: LoadedCase,
    { runId, step }: AboutStep,
    { whom, contactId, answered }: RecordCallDto,
  ): Promise<ActDoneDto> {
    if (!(this.kindsOf(file, runId).get(whom) ?? []).includes(step)) throw new Refusal('not-found');
    const contacts = await this.contacts.listContacts(file.territory.code);
    const contact = contacts.find(({ id, kind }) => id === contactId && kind === whom);
    if (contactId !== undefined && !contact) throw new Refusal('not-found');
    const call = { runId, step, whom, answered };
    const note = contact ? [contact.name, ...contact.phones].join(' · ') : NOT_LISTED;
    return this.commands.handleCommand(file, { kind: 'add-note', note, call });
  }

  /** Each kind that the run's steps say to call, with those steps. Throws `not-found` where the case has no such run. */
  private kindsOf(file: LoadedCase, runId: string): ReadonlyMap<OnCallKind, readonly string[]> {
    const run = file.view.runs.find((it) => it.runId === runId);
    if (!run) throw new Refusal('not-found');
    const kinds = new Map<OnCallKind, string[]>();
    for (const { id } of run.steps) {
      const step = file.findStep(runId, id);
      for (const kind of step ? calledIn(this.library.calls, run.protocol, step) : [])
        kinds.set(kind, [...(kinds.get(kind) ?? []), id]);
    }
    return kinds;
  }
}

/** In both languages at once: a note is one text. */
const NOT_LISTED = 'Numéro hors de l’annuaire · Number not in the directory';

const callsTo = ({ journal }: LoadedCase, kind: OnCallKind): readonly CallMadeDto[] =>
  journal
    .flatMap((it) => (it.kind === 'note-added' && it.call?.whom === kind ? [{ ...it, call: it.call }] : []))
    .slice(-LAST_CALLS)
    .toReversed()
    .map(({ recordedAt, call }) => ({ at: new Date(recordedAt).toISOString(), answered: call.answered }));
