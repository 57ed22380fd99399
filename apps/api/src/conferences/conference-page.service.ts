import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { gapsOfConference, isCaseConference } from '@repere/cases';
import { isoDay, localDay, localHour } from '@repere/feel';
import type { FieldClass } from '@repere/protocol';
import { AppointmentsPageService } from '../appointments/appointments-page.service';
import { AppointmentsRepository, type SaidAppointment } from '../appointments/appointments.repository';
import { CaseColleaguesQuery } from '../cases/grants/case-colleagues.query';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import { namesLead } from '../cases/lead/names-lead';
import { pageOfCase } from '../cases/page/page-of-case';
import { AccountNames, namedIn, type Names } from '../cases/reading/account-names';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { Refusal } from '../platform/refusals/refusal';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { SentReferralsService } from '../referrals/answers/sent-referrals.service';
import { ConferenceActionsRepository } from './actions/conference-actions.repository';
import type { ConferencePageDto, ConferencesDto, OpenHandOverDto, ProposedPointDto } from './conferences.dto';
import { MinutesDraftsRepository } from './drafts/minutes-drafts.repository';
import { ConferencesRepository, type KeptConference } from './conferences.repository';
import { proposedPoints } from './proposed-points';
import { accountsOf, saidOf, seesAllOfIt, showAction, showConference } from './show-conference';
import { writersOf } from './writers-of';

/** Conferences of one case as its reader may see them, with what is open in the case and what nobody has said. */
@Injectable()
export class ConferencePageService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly appointments: AppointmentsRepository,
    private readonly calendar: AppointmentsPageService,
    private readonly conferences: ConferencesRepository,
    private readonly actions: ConferenceActionsRepository,
    private readonly colleagues: CaseColleaguesQuery,
    private readonly referrals: SentReferralsService,
    private readonly names: AccountNames,
    private readonly drafts: MinutesDraftsRepository,
  ) {}

  async listConferences(file: LoadedCase): Promise<ConferencesDto> {
    const redacted = this.redacted(file);
    const kept = await this.appointments.ofCase(file);
    const states = await this.conferences.statesOf(file);
    const { zone } = file.territory;
    return {
      ...(await this.head(file, redacted)),
      conferences: kept
        .filter(({ now }) => isCaseConference(now.kind))
        .toReversed()
        .map(({ now }) => ({
          id: now.appointmentId,
          day: isoDay(localDay(now.startsAt.getTime(), zone)),
          hour: now.isWholeDay ? null : localHour(now.startsAt.getTime(), zone),
          ...{ appointment: now.state, state: states.get(now.appointmentId) ?? 'prepared' },
        })),
    };
  }

  async showConference(file: LoadedCase, id: string): Promise<ConferencePageDto> {
    const said = await this.findAppointment(file, id);
    const kept = await this.conferences.findConference(file, id);
    const actions = await this.actions.listStanding(file, { appointmentId: id });
    const redacted = this.redacted(file);
    const all = kept ? [kept.now, ...kept.earlier] : [];
    const names = await this.names.readNames([
      ...all.flatMap(accountsOf),
      ...actions.flatMap(({ ownerId, passed }) => [
        ownerId,
        ...passed.flatMap(({ fromId, toId, byId }) => [fromId, toId, byId]),
      ]),
    ]);
    const reader = { names, redacted };
    const now = this.unit.now();
    const { zone } = file.territory;
    return {
      ...(await this.head(file, redacted)),
      seq: file.seq,
      mayJudge: kept !== null && this.mayJudge(file, kept, redacted),
      appointment: await this.calendar.showStanding(file, said),
      conference: showConference(kept?.now ?? null, reader),
      missing: gapsOfConference(saidOf(kept?.now ?? null, said.told, said.startsAt.getTime() <= now)),
      actions: actions.map((it) => ({
        ...showAction(it, reader, { zone, now }),
        mayPass: it.state === 'open' && this.mayPass(file, it),
      })),
      draft: this.mayWrite(file, redacted) ? await this.drafts.findDraft(file, id) : null,
      handOver: kept && !redacted.has('staff') ? this.openHandOver(file, kept, names) : null,
      earlier: (kept?.earlier ?? []).map((it) => showConference(it, reader)),
    };
  }

  /** Its appointment; refuses what is none of this case, and what is no conference. */
  async findAppointment(file: LoadedCase, id: string): Promise<SaidAppointment> {
    const found = await this.appointments.findAppointment(file, id);
    if (!found || !isCaseConference(found.now.kind)) throw new Refusal('not-found');
    return found.now;
  }

  redacted(file: LoadedCase): ReadonlySet<FieldClass> {
    return redactedClasses(principalOf(this.unit.account), file.resource);
  }

  /** Whose it is, and who may say who works on the case; nobody who would write over what they do not see. */
  mayPass(file: LoadedCase, { ownerId }: { readonly ownerId: string }): boolean {
    const { account } = this.unit;
    const mayGive = ownerId === account.id || may(principalOf(account), 'assign', file.resource).yes;
    return mayGive && this.mayWrite(file, this.redacted(file));
  }

  /** Another person than who wrote them, and not who sees a part of them alone. */
  private mayJudge(file: LoadedCase, kept: KeptConference, redacted: ReadonlySet<FieldClass>): boolean {
    return (
      kept.now.state === 'written' &&
      !writersOf(kept).includes(this.unit.account.id) &&
      seesAllOfIt(redacted) &&
      may(principalOf(this.unit.account), 'approve', file.resource).yes
    );
  }

  private async head(file: LoadedCase, redacted: ReadonlySet<FieldClass>) {
    const mayWrite = this.mayWrite(file, redacted);
    return {
      ...pageOfCase(file, redacted),
      today: isoDay(localDay(this.unit.now(), file.territory.zone)),
      mayWrite,
      people: mayWrite ? await this.colleagues.listWorkers(file) : [],
      proposed: mayWrite ? await this.proposed(file, redacted) : [],
    };
  }

  private mayWrite(file: LoadedCase, redacted: ReadonlySet<FieldClass>): boolean {
    return may(principalOf(this.unit.account), 'write', file.resource).yes && seesAllOfIt(redacted);
  }

  private async proposed(
    file: LoadedCase,
    redacted: ReadonlySet<FieldClass>,
  ): Promise<readonly ProposedPointDto[]> {
    return proposedPoints(file, redacted, await this.referrals.showNeeds(file));
  }

  /** Where they are asked already, and it waits for their word: until when. */
  private askedUntil({ row }: LoadedCase, leadId: string): string | null {
    const { leadProposal } = row;
    if (leadProposal?.toId !== leadId || leadProposal.refusal !== null) return null;
    const until = Date.parse(leadProposal.untilAt);
    return until > this.unit.now() ? new Date(until).toISOString() : null;
  }

  /** Decided in minutes that nobody sent back, and the case has had no other lead since the day on which it was first said. */
  private openHandOver(
    file: LoadedCase,
    { now, earlier }: KeptConference,
    names: Names,
  ): OpenHandOverDto | null {
    const decided = now.content.decisions.findLast(({ kind }) => kind === 'hand-over');
    const leadId = decided?.leadId ?? null;
    if (leadId === null || leadId === file.row.leadId || now.state === 'sent-back') return null;
    const first = [now, ...earlier].findLast(({ content }) =>
      content.decisions.some((it) => it.kind === 'hand-over' && it.leadId === leadId),
    );
    const since = (first ?? now).at.getTime();
    const isDone = file.journal.some((it) => namesLead(it) && it.recordedAt >= since);
    if (isDone) return null;
    const mayDo = may(principalOf(this.unit.account), 'assign', file.resource).yes;
    return {
      to: namedIn(names, leadId),
      why: mayDo ? (decided?.why ?? null) : null,
      askedUntil: this.askedUntil(file, leadId),
      mayDo,
    };
  }
}
