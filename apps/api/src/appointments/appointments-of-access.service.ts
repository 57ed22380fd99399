import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Words } from '@repere/cases';
import { isoDay, localDay } from '@repere/feel';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { formatDay, sideBySide } from '../cases/words/format-codes';
import { words } from '../platform/answers/words';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { type GatheredLine, LineSheet } from '../privacy/access-requests/gathered-line';
import { LinesBeside } from '../privacy/access-requests/lines-beside';
import { AppointmentsRepository, type SaidAppointment } from './appointments.repository';
import type { AppointmentWords } from './entities/appointment.entity';
import { CLASSES_OF_WORDS, KIND_WORDS, PART_WORDS } from './show-appointment';

/** Appointments of a case as they stand, for who asks what is known of them. At most as many as a case may have. */
@Injectable()
export class AppointmentsOfAccess implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly appointments: AppointmentsRepository,
    private readonly beside: LinesBeside,
  ) {}

  onModuleInit(): void {
    this.beside.register('appointments', (file) => this.gather(file));
  }

  private async gather(file: LoadedCase): Promise<readonly GatheredLine[]> {
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    const sheet = new LineSheet();
    for (const { now } of await this.appointments.ofCase(file)) {
      const section = sectionOf(now, file.territory.zone);
      sheet.addLine(section, words('Rendez-vous', 'Appointment'), KIND_WORDS[now.kind], 'own', 'situation');
      for (const part of PARTS) {
        const classes = CLASSES_OF_WORDS[part];
        const [first = 'narrative'] = classes;
        const isHidden = classes.some((it) => redacted.has(it));
        // Written freely: it may name anybody, whatever it is about.
        if (now.content[part] !== null)
          sheet.addLine(section, PART_WORDS[part], isHidden ? CLOSED : now.content[part], 'free-text', first);
      }
    }
    return sheet.lines;
  }
}

const sectionOf = ({ startsAt }: SaidAppointment, zone: string): Words =>
  sideBySide(formatDay(isoDay(localDay(startsAt.getTime(), zone))), words('Rendez-vous', 'Appointment'));

const PARTS = Object.keys(PART_WORDS) as readonly (keyof AppointmentWords)[];

const CLOSED = words(
  'Non lu : qui prépare cette demande ne le voit pas.',
  'Not read: whoever prepares this request doesn’t see it.',
);
