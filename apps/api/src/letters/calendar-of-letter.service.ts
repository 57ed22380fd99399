import { Injectable } from '@nestjs/common';
import type { FieldClass, LetterTemplate } from '@repere/protocol';
import { AppointmentsRepository } from '../appointments/appointments.repository';
import { hidesAppointment } from '../appointments/show-appointment';
import { needsInterpreter } from '../cases/next-appointment/outline-of';
import { AccountNames } from '../cases/reading/account-names';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { type JourneyLines, journeyLines } from './composing/journey-lines';

/** Journeys of a case for a letter that asks for them, as its writer sees the calendar. */
@Injectable()
export class CalendarOfLetter {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly appointments: AppointmentsRepository,
    private readonly names: AccountNames,
  ) {}

  /** `null`: a letter of this kind asks for none. */
  async findJourney(
    file: LoadedCase,
    { parts }: LetterTemplate,
    redacted: ReadonlySet<FieldClass>,
  ): Promise<JourneyLines | null> {
    if (!parts.some(({ from }) => from === 'journey')) return null;
    const all = await this.appointments.ofCase(file);
    const shown = all.filter((it) => !hidesAppointment(it, redacted, this.unit.account.id));
    const appointments = shown.map(({ now }) => now);
    return journeyLines({
      ...{ appointments, hasHidden: shown.length < all.length, redacted },
      escortNames: await this.names.readNames(appointments.map(({ escortId }) => escortId)),
      needsInterpreter: needsInterpreter(file, redacted),
      ...{ zone: file.territory.zone, now: this.unit.now() },
    });
  }
}
