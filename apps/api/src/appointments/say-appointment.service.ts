import { Injectable } from '@nestjs/common';
import { isCaseConference, isToCome, needsThirdPerson } from '@repere/cases';
import type { FieldClass } from '@repere/protocol';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import { CaseReader } from '../cases/reading/case-reader';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { Refusal } from '../platform/refusals/refusal';
import { refused } from '../platform/refusals/refused';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import type {
  ChangeAppointmentDto,
  EndAppointmentDto,
  PlanAppointmentDto,
  PlannedAppointmentDto,
} from './appointments.dto';
import { AppointmentsRepository, type NewAppointment, type SaidAppointment } from './appointments.repository';
import { EscortChoices } from './people/escort-choices';
import { isRepeat } from './hearings-of';
import { hiddenWords, hidesAppointment } from './show-appointment';
import { refuseDropped, settleAppointment } from './settle-appointment';
import { TellExpectedService } from './people/tell-expected.service';

/** What may be said of all appointments of a case; who needs more has made a mistake, or is one. */
const MOST_SAID = 1_000;

/** Plans appointments, moves and corrects them, and says what became of them: each time anew, so that what was said stays. */
@Injectable()
export class SayAppointmentService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly appointments: AppointmentsRepository,
    private readonly escorts: EscortChoices,
    private readonly expected: TellExpectedService,
  ) {}

  async planAppointment(caseFileId: string, sent: PlanAppointmentDto): Promise<PlannedAppointmentDto> {
    return { id: await this.planIn(await this.reader.lock(caseFileId), sent) };
  }

  /** The same in a case that is locked already. Gives its id. */
  async planIn(file: LoadedCase, sent: PlanAppointmentDto): Promise<string> {
    refuseDropped(sent);
    const said = settleAppointment(sent, this.placeOf(file, 'planned'));
    await this.escorts.demand(file, said.escortId);
    await this.demandWhyAgain(file, said, null);
    return this.sayAnew(file, said, null);
  }

  /** Whether the child was told of it, and what became of it, as its own page says them; what was said already is not said again. */
  async noteIn(
    file: LoadedCase,
    before: SaidAppointment,
    { told, state = before.state }: Pick<SaidAppointment, 'told'> & Partial<Pick<SaidAppointment, 'state'>>,
  ): Promise<void> {
    if (told === before.told && state === before.state) return;
    await this.sayAnew(file, { ...newOf(before), told, state }, before);
  }

  /** Another day or hour moves it; anything else corrects it. What became of it stays. */
  async changeAppointment(caseFileId: string, id: string, sent: ChangeAppointmentDto): Promise<void> {
    const file = await this.reader.lock(caseFileId);
    const before = await this.standing(file, id, sent.version);
    refuseDropped(sent);
    const hidden = hiddenWords(before, this.redacted(file));
    const whole: PlanAppointmentDto = {
      ...sent,
      from: sent.from ?? hidden.from,
      place: sent.place ?? hidden.place,
      withWhom: sent.withWhom ?? hidden.withWhom,
      escort: sent.escort ?? hidden.escort,
      language: sent.language ?? hidden.language,
      thirdWords: sent.thirdWords ?? hidden.third,
      whyAgain: sent.whyAgain ?? hidden.whyAgain,
      notes: sent.notes ?? hidden.notes,
    };
    if (isCaseConference(sent.kind) !== isCaseConference(before.kind))
      throw refused(
        'conference-stays',
        'Une concertation le reste : annulez-la, et prévoyez un autre rendez-vous.',
        'A case conference stays one, and nothing else becomes one: cancel it, and plan another appointment.',
        'kind',
      );
    const said = settleAppointment(whole, this.placeOf(file, before.state));
    if (!isToCome(before.state) && before.state !== 'cancelled' && said.startsAt.getTime() > this.unit.now())
      throw refused(
        'took-place',
        'Ce rendez-vous a déjà eu lieu, ou aurait dû : son jour n’est pas à venir. Planifiez-en un autre.',
        'This appointment took place already, or should have: its day is not to come. Plan another one.',
        'day',
      );
    if (said.escortId !== before.escortId) await this.escorts.demand(file, said.escortId);
    await this.demandWhyAgain(file, said, id);
    const isMoved =
      said.startsAt.getTime() !== before.startsAt.getTime() || said.isWholeDay !== before.isWholeDay;
    await this.sayAnew(
      file,
      {
        ...said,
        state: isMoved && isToCome(before.state) ? 'moved' : before.state,
        reason: before.reason,
        content: { ...said.content, outcome: before.content.outcome },
      },
      before,
    );
  }

  async endAppointment(caseFileId: string, id: string, sent: EndAppointmentDto): Promise<void> {
    const file = await this.reader.lock(caseFileId);
    const before = await this.standing(file, id, sent.version);
    const { state, words } = sent;
    const hidden = hiddenWords(before, this.redacted(file));
    if (state === 'cancelled' && sent.reason === undefined)
      throw refused(
        'reason-missing',
        'Dites pourquoi il n’aura pas lieu.',
        'Say why it will not take place.',
        'reason',
      );
    if (state !== 'cancelled' && before.startsAt.getTime() > this.unit.now())
      throw refused(
        'not-yet',
        'Ce rendez-vous est à venir : son issue se dit après.',
        'This appointment is still to come: what became of it is said afterwards.',
        'state',
      );
    if (isCaseConference(before.kind) && before.state === 'held' && state !== 'held')
      throw refused(
        'took-place',
        'Cette concertation a eu lieu : son compte rendu se corrige, elle ne s’annule plus.',
        'This conference took place: its minutes are corrected, it is not cancelled any more.',
        'state',
      );
    const said = newOf(before);
    const reason = state === 'cancelled' ? (sent.reason ?? null) : null;
    await this.sayAnew(
      file,
      { ...said, state, reason, content: { ...before.content, outcome: words ?? hidden.outcome ?? null } },
      before,
    );
  }

  /**
   * S39: a hearing to come that would be a repeat says why. One whose day has come is held up by nothing; its page shows that nobody said
   * why. Who is not shown how often the child was heard learns it by no refusal.
   */
  private async demandWhyAgain(file: LoadedCase, said: NewAppointment, id: string | null): Promise<void> {
    if (!needsThirdPerson(said.kind) || said.content.whyAgain !== null) return;
    if (said.startsAt.getTime() <= this.unit.now()) return;
    const redacted = this.redacted(file);
    const kept = await this.appointments.ofCase(file);
    const isHidden = kept.some((it) => hidesAppointment(it, redacted, this.unit.account.id));
    if (isHidden || redacted.has('judicial')) return;
    const others = kept.map(({ now }) => now).filter(({ appointmentId }) => appointmentId !== id);
    if (isRepeat(file, others, said)) throw whyAgainUnsaid();
  }

  /** What stands, if it is what the sender read. */
  private async standing(file: LoadedCase, id: string, version: number): Promise<SaidAppointment> {
    const found = await this.appointments.findAppointment(file, id);
    if (!found || hidesAppointment(found, this.redacted(file), this.unit.account.id))
      throw new Refusal('not-found');
    if (found.now.version !== version)
      throw refused(
        'changed-meanwhile',
        'Ce rendez-vous a changé depuis : relisez-le.',
        'This appointment has changed since: read it again.',
        'version',
      );
    return found.now;
  }

  private async sayAnew(
    file: LoadedCase,
    said: NewAppointment,
    before: SaidAppointment | null,
  ): Promise<string> {
    if ((await this.appointments.count(file)) >= MOST_SAID)
      throw refused(
        'too-many-appointments',
        'Ce dossier a déjà trop de rendez-vous.',
        'This case has too many appointments already.',
      );
    const id = await this.appointments.sayAppointment(file, said, before);
    await this.expected.tellOfChange(file, said, before);
    this.unit.notes({ appointment: id, version: (before?.version ?? 0) + 1, state: said.state });
    return id;
  }

  private redacted(file: LoadedCase): ReadonlySet<FieldClass> {
    return redactedClasses(principalOf(this.unit.account), file.resource);
  }

  private placeOf(file: LoadedCase, state: SaidAppointment['state']) {
    return { zone: file.territory.zone, now: this.unit.now(), state };
  }
}

const whyAgainUnsaid = (): Refusal =>
  refused(
    'why-again-missing',
    'L’enfant a déjà été entendu, ou le sera avant : dites pourquoi il l’est à nouveau.',
    'The child was heard already, or will be before: say why they are heard again.',
    'whyAgain',
  );

/** What is said of it, without who said it and when. */
function newOf(before: SaidAppointment): NewAppointment {
  const { id: _id, appointmentId: _of, version: _version, at: _at, byId: _by, ...rest } = before;
  const { caseFileId: _case, teamId: _team, keyId: _key, ...said } = rest;
  return said;
}
