import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import type { FieldClass } from '@repere/protocol';
import { isToCome } from '@repere/cases';
import { isoDay, localDay } from '@repere/feel';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import { needsInterpreter } from '../cases/next-appointment/outline-of';
import { pageOfCase } from '../cases/page/page-of-case';
import { AccountNames } from '../cases/reading/account-names';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { Refusal } from '../platform/refusals/refusal';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { AppointmentsAroundQuery } from './appointments-around.query';
import type { AppointmentDto, AppointmentPageDto, AppointmentsDto } from './appointments.dto';
import {
  AppointmentsRepository,
  type KeptAppointment,
  type SaidAppointment,
} from './appointments.repository';
import { EscortChoices } from './people/escort-choices';
import { hearingsOf } from './hearings-of';
import { hidesAppointment, showAppointment } from './show-appointment';

/** Appointments of one case as its reader may see them, with what is missing and in the way. */
@Injectable()
export class AppointmentsPageService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly appointments: AppointmentsRepository,
    private readonly around: AppointmentsAroundQuery,
    private readonly escorts: EscortChoices,
    private readonly names: AccountNames,
  ) {}

  async listAppointments(file: LoadedCase): Promise<AppointmentsDto> {
    const kept = await this.appointments.ofCase(file);
    const redacted = this.redacted(file);
    const open = kept.filter((it) => !hidesAppointment(it, redacted, this.unit.account.id));
    const all = open.map(({ now }) => now);
    const shown = await this.showAll(file, all, redacted);
    return {
      ...(await this.head(file, redacted)),
      next: shown.filter(({ state }) => isToCome(state)),
      past: shown.filter(({ state }) => !isToCome(state)).toReversed(),
      hearings: redacted.has('judicial') || open.length < kept.length ? null : hearingsOf(file, all),
      hidden: kept.length - open.length,
    };
  }

  async showAppointment(file: LoadedCase, id: string): Promise<AppointmentPageDto> {
    const kept: KeptAppointment | null = await this.appointments.findAppointment(file, id);
    const redacted = this.redacted(file);
    if (!kept || hidesAppointment(kept, redacted, this.unit.account.id)) throw new Refusal('not-found');
    const [appointment, ...earlier] = await this.showAll(file, [kept.now, ...kept.earlier], redacted);
    if (!appointment) throw new Refusal('not-found');
    // What was said before is in nobody's way any more, and lacks nothing.
    const bygone = earlier.map((it) => ({ ...it, clashes: [], missing: [] }));
    return { ...(await this.head(file, redacted)), appointment, earlier: bygone };
  }

  /** What stands of one that was read already, for a page of its own. */
  async showStanding(file: LoadedCase, said: SaidAppointment): Promise<AppointmentDto> {
    const [shown] = await this.showAll(file, [said], this.redacted(file));
    if (!shown) throw new Refusal('not-found');
    return shown;
  }

  private async showAll(
    file: LoadedCase,
    said: readonly SaidAppointment[],
    redacted: ReadonlySet<FieldClass>,
  ): Promise<readonly AppointmentDto[]> {
    const { zone } = file.territory;
    const names = await this.names.readNames(said.flatMap(({ byId, escortId }) => [byId, escortId]));
    const looked = said.map((it) => ({ ...it, id: it.appointmentId, zone }));
    const clashes = await this.around.findClashes(looked);
    const by = { zone, needsInterpreter: needsInterpreter(file, redacted), clashes };
    return said.map((it) => showAppointment(it, by, { names, redacted }));
  }

  private async head(file: LoadedCase, redacted: ReadonlySet<FieldClass>) {
    const mayWrite = may(principalOf(this.unit.account), 'protect', file.resource).yes;
    return {
      ...pageOfCase(file, redacted),
      today: isoDay(localDay(this.unit.now(), file.territory.zone)),
      mayWrite,
      escorts: mayWrite && !redacted.has('staff') ? await this.escorts.listChoices(file) : [],
    };
  }

  private redacted(file: LoadedCase): ReadonlySet<FieldClass> {
    return redactedClasses(principalOf(this.unit.account), file.resource);
  }
}
