import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AppointmentKind, Words } from '@repere/cases';
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
import { CLASSES_OF_WORDS } from './show-appointment';

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
      sheet.addLine(section, words('Rendez-vous', 'Appointment'), KINDS[now.kind], 'own', 'situation');
      for (const part of PARTS) {
        const classes = CLASSES_OF_WORDS[part];
        const [first = 'narrative'] = classes;
        const isHidden = classes.some((it) => redacted.has(it));
        // Written freely: it may name anybody, whatever it is about.
        if (now.content[part] !== null)
          sheet.addLine(section, LABELS[part], isHidden ? CLOSED : now.content[part], 'free-text', first);
      }
    }
    return sheet.lines;
  }
}

const sectionOf = ({ startsAt }: SaidAppointment, zone: string): Words =>
  sideBySide(formatDay(isoDay(localDay(startsAt.getTime(), zone))), words('Rendez-vous', 'Appointment'));

const LABELS: Readonly<Record<keyof AppointmentWords, Words>> = {
  place: words('Où', 'Where'),
  withWhom: words('Avec qui', 'With whom'),
  escort: words('Qui accompagne', 'Who goes along'),
  language: words('Langue', 'Language'),
  third: words('À côté de l’enfant', 'Beside the child'),
  whyAgain: words('Pourquoi l’enfant est entendu à nouveau', 'Why the child is heard again'),
  notes: words('Notes', 'Notes'),
  outcome: words('Ce qu’il en est advenu', 'What became of it'),
};
const PARTS = Object.keys(LABELS) as readonly (keyof AppointmentWords)[];

const KINDS: Readonly<Record<AppointmentKind, Words>> = {
  hearing: words('Audition', 'Hearing'),
  confrontation: words('Confrontation', 'Confrontation'),
  authority: words('Magistrat ou service', 'Magistrate or authority'),
  medical: words('Soins', 'Care'),
  placement: words('Placement', 'Placement'),
  transport: words('Trajet', 'Journey'),
  meeting: words('Rencontre', 'Meeting'),
  'case-conference': words('Concertation', 'Case conference'),
  other: words('Autre', 'Other'),
};

const CLOSED = words(
  'Non lu : qui prépare cette demande ne le voit pas.',
  'Not read: whoever prepares this request doesn’t see it.',
);
