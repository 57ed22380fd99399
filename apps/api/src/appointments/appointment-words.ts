import type { AppointmentKind, Words } from '@repere/cases';
import { words } from '../platform/answers/words';
import type { AppointmentWords } from './entities/appointment.entity';

/** What each part of an appointment is called on paper. */
export const PART_WORDS: Readonly<Record<keyof AppointmentWords, Words>> = {
  place: words('Où', 'Where'),
  withWhom: words('Avec qui', 'With whom'),
  escort: words('Qui accompagne', 'Who goes along'),
  language: words('Langue', 'Language'),
  third: words('À côté de l’enfant', 'Beside the child'),
  whyAgain: words('Pourquoi l’enfant est entendu à nouveau', 'Why the child is heard again'),
  notes: words('Notes', 'Notes'),
  outcome: words('Ce qu’il en est advenu', 'What became of it'),
};

/** What each kind is. */
export const KIND_WORDS: Readonly<Record<AppointmentKind, Words>> = {
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
