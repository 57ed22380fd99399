import { Injectable } from '@nestjs/common';
import type { SaidAppointment } from '../appointments/appointments.repository';
import { SayAppointmentService } from '../appointments/say-appointment.service';
import { TellExpectedService } from '../appointments/people/tell-expected.service';
import { CaseReader } from '../cases/reading/case-reader';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { invalidValue } from '../platform/refusals/invalid-value';
import { refused } from '../platform/refusals/refused';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { ConferencePageService } from './conference-page.service';
import type {
  JudgeMinutesDto,
  PlanConferenceDto,
  PreparationDto,
  PrepareConferenceDto,
  WriteMinutesDto,
} from './conference-sent.dto';
import type { PlannedConferenceDto } from './conferences.dto';
import { ConferencesRepository, type NewConference, type SaidConference } from './conferences.repository';
import { DemandWorkers } from './demand-workers';
import { MinutesDraftsRepository } from './drafts/minutes-drafts.repository';
import { notAllShown } from './not-all-shown';
import { settleMinutes } from './settle-minutes';
import { NOTHING_SAID, seesAllOfIt } from './show-conference';
import { writersOf } from './writers-of';
import { TakeOnActionsService } from './actions/take-on-actions.service';

interface StandingConference {
  readonly said: SaidAppointment;
  readonly before: SaidConference | null;
  readonly writers: readonly string[];
}

/** What may be said of one conference; who needs more has made a mistake, or is one. */
const MOST_SAID = 20;

/** Plans a conference, prepares it, writes its minutes and has another person agree to them: each time anew, so that what was said stays. */
@Injectable()
export class SayConferenceService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly page: ConferencePageService,
    private readonly appointments: SayAppointmentService,
    private readonly conferences: ConferencesRepository,
    private readonly people: DemandWorkers,
    private readonly actions: TakeOnActionsService,
    private readonly drafts: MinutesDraftsRepository,
    private readonly expected: TellExpectedService,
  ) {}

  async planConference(
    caseFileId: string,
    { when, ...sent }: PlanConferenceDto,
  ): Promise<PlannedConferenceDto> {
    const file = await this.lockWhole(caseFileId);
    const id = await this.appointments.planIn(file, {
      ...when,
      ...{ kind: 'case-conference', interpreter: 'unknown', told: sent.told },
    });
    await this.people.demandWorkers(file, { memberIds: sent.memberIds });
    await this.sayAnew(file, { appointmentId: id, before: null }, this.prepared(sent, null));
    await this.expected.tellInvited(file, id, sent.memberIds);
    return { id };
  }

  async prepareConference(caseFileId: string, id: string, sent: PrepareConferenceDto): Promise<void> {
    const file = await this.lockWhole(caseFileId);
    const { said, before } = await this.standing(file, id, sent.version);
    this.refuseCancelled(said);
    if (before && before.state !== 'prepared')
      throw refused(
        'minutes-written',
        'Le compte rendu est écrit : corrigez-le plutôt.',
        'The minutes are written: correct them instead.',
      );
    const added = sent.memberIds.filter((it) => !before?.memberIds.includes(it));
    await this.people.demandWorkers(file, { memberIds: added });
    await this.appointments.noteIn(file, said, { told: sent.told });
    await this.sayAnew(file, { appointmentId: id, before }, this.prepared(sent, before));
    const left = before?.memberIds.filter((it) => !sent.memberIds.includes(it)) ?? [];
    await this.expected.tellInvited(file, id, [...added, ...left]);
  }

  /** Minutes, or their correction; what others take on is theirs from now on. */
  async writeMinutes(caseFileId: string, id: string, sent: WriteMinutesDto): Promise<void> {
    const file = await this.lockWhole(caseFileId);
    const { said, before } = await this.standing(file, id, sent.version);
    if (!before || before.state === 'prepared') this.refuseCancelled(said);
    if (said.startsAt.getTime() > this.unit.now())
      throw refused(
        'not-yet',
        'Cette concertation est à venir : son compte rendu s’écrit après.',
        'This conference is still to come: its minutes are written afterwards.',
      );
    const content = settleMinutes(sent, before);
    const leads = sent.decisions.flatMap(({ leadId }) => leadId ?? []);
    const known = new Set(before?.content.decisions.flatMap(({ leadId }) => leadId ?? []));
    await this.people.demandWorkers(file, {
      decisions: leads.filter((it) => !known.has(it)),
      actions: sent.actions.map(({ ownerId }) => ownerId),
    });
    // Minutes say that it took place, whatever the calendar was told.
    await this.appointments.noteIn(file, said, { told: sent.told, state: 'held' });
    await this.actions.takeOn(file, id, sent.actions);
    const memberIds = before?.memberIds ?? [];
    await this.sayAnew(file, { appointmentId: id, before }, { state: 'written', memberIds, content });
    await this.drafts.removeDraft(id);
  }

  /** Another person agrees to exactly what stands, or sends it back with a word. */
  async judgeMinutes(caseFileId: string, id: string, sent: JudgeMinutesDto): Promise<void> {
    const file = await this.lockWhole(caseFileId);
    const { before, writers } = await this.standing(file, id, sent.version);
    if (before?.state !== 'written')
      throw refused(
        'no-minutes',
        'Aucun compte rendu n’attend d’être relu.',
        'No minutes wait for another person.',
      );
    if (writers.includes(this.unit.account.id))
      throw refused(
        'own-act',
        'Vous avez écrit ce compte rendu : une autre personne le valide.',
        'You wrote these minutes: another person agrees to them.',
      );
    if (sent.verdict === 'sent-back' && sent.words === undefined)
      throw refused(
        'words-missing',
        'Dites ce qui est à revoir.',
        'Say what has to be looked at again.',
        'words',
      );
    if (sent.verdict === 'agreed' && sent.words !== undefined)
      throw invalidValue(
        'words',
        'Ce qui est à revoir se dit en renvoyant le compte rendu.',
        'What has to be looked at again is said by sending the minutes back.',
      );
    const { memberIds, content } = before;
    const sentBack = sent.verdict === 'sent-back' ? (sent.words ?? null) : null;
    await this.sayAnew(
      file,
      { appointmentId: id, before },
      { state: sent.verdict, memberIds, content: { ...content, sentBack } },
    );
  }

  private prepared(sent: PreparationDto, before: SaidConference | null): NewConference {
    const content = before?.content ?? NOTHING_SAID;
    const { purpose, points, memberIds, asked, childWords, outside } = sent;
    return {
      ...{ state: 'prepared', memberIds: [...memberIds] },
      content: {
        ...content,
        ...{ purpose, points: points.map(({ ground, text }) => ({ ground, text })) },
        outside: outside.map(({ name, role }) => ({ name, role, came: 'unsaid' })),
        child: { ...content.child, asked, words: childWords ?? null },
      },
    };
  }

  /** What stands, if it is what the sender read. */
  private async standing(file: LoadedCase, id: string, version: number): Promise<StandingConference> {
    const said = await this.page.findAppointment(file, id);
    const kept = await this.conferences.findConference(file, id);
    if ((kept?.now.version ?? 0) !== version)
      throw refused(
        'changed-meanwhile',
        'Cette concertation a changé depuis : relisez-la.',
        'This conference has changed since: read it again.',
        'version',
      );
    return { said, before: kept?.now ?? null, writers: kept ? writersOf(kept) : [] };
  }

  private async sayAnew(
    file: LoadedCase,
    { appointmentId, before }: { readonly appointmentId: string; readonly before: SaidConference | null },
    said: NewConference,
  ): Promise<void> {
    const version = (before?.version ?? 0) + 1;
    if (version > MOST_SAID)
      throw refused(
        'said-too-often',
        'Cette concertation a déjà été réécrite trop de fois.',
        'This conference was written anew too often already.',
      );
    const sha256 = await this.conferences.sayConference(file, { appointmentId, version }, said);
    this.unit.notes({ conference: appointmentId, version, state: said.state, sha256 });
  }

  /** Locked; refuses who is not shown all of it, since they would write over what they do not see. */
  private async lockWhole(caseFileId: string): Promise<LoadedCase> {
    const file = await this.reader.lock(caseFileId);
    if (!seesAllOfIt(this.page.redacted(file))) throw notAllShown();
    return file;
  }

  private refuseCancelled({ state }: SaidAppointment): void {
    if (state === 'cancelled')
      throw refused(
        'cancelled',
        'Cette concertation est annulée : prévoyez-en une autre.',
        'This conference is cancelled: plan another one.',
      );
  }
}
