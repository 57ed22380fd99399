import type { DayOf, DemoChild, DemoActs } from './demo-act';
import { knownHere } from './demo-protection';
import { dangerIs, healthFirst, intake, safeContact, signsSeen, statusIs } from './demo-identification';

const DAY = 24;

/** Grave danger, reported and placed: what an authority owes is overdue, and a hotel night was imposed by another. */
export const mistral = (rene: DemoActs, sacha: DemoActs, dayOf: DayOf): DemoChild => ({
  child: {
    calledName: 'Mistral',
    givenNames: 'Mistral',
    familyName: 'Duvallon',
    birth: '2009-09-09',
    gender: 'boy',
  },
  urgentDangerSeen: 'yes',
  openedBy: 'rene',
  hoursAgo: 34 * DAY,
  acts: [
    rene.did(34 * DAY - 1, 'protection', 'health_clock', healthFirst),
    rene.did(34 * DAY - 1, 'identification', 'intake', intake('yes', 'yes')),
    rene.did(34 * DAY - 2, 'protection', 'danger', dangerIs('immediate_grave')),
    rene.did(34 * DAY - 3, 'protection', 'safety_plan', {
      values: {
        safe_place: 'no',
        safety_plan: { sleeps: 'yes', who_comes: 'yes', code_word: 'yes' },
        phone_plan: { location: 'yes', second_phone: { answer: 'unknown' } },
        place_imposed: 'yes',
      },
    }),
    rene.approved(34 * DAY - 6, 'sacha', 'protection', 'danger'),
    rene.did(34 * DAY - 5, 'protection', 'referral', {
      values: { referral_choice: 'prosecutor' },
      reasons: ['grave_danger'],
      bestInterests: 'Une protection décidée par un juge, sans attendre.',
      childView: { said: '« Je ne veux plus y retourner. »' },
    }),
    rene.did(34 * DAY - 6, 'protection', 'report_prosecutor', {
      values: {},
      evidence: { signalement: { reference: 'Signalement n° fictif 12', place: 'coffre du service' } },
    }),
    rene.did(34 * DAY - 6.1, 'protection', 'crip_copy', {
      values: {},
      evidence: { signalement: { reference: 'Copie du signalement n° fictif 12' } },
    }),
    rene.did(33 * DAY + 2, 'protection', 'legal_help', {
      values: { legal_help: { ad_hoc: 'yes', lawyer: 'yes', complaint: 'yes' } },
    }),
    rene.approved(33 * DAY, 'sacha', 'protection', 'referral'),
    rene.did(33 * DAY - 1, 'identification', 'who', knownHere(dayOf(34))),
    rene.did(33 * DAY - 2, 'identification', 'contact', safeContact),
    rene.did(33 * DAY - 3, 'identification', 'signs', signsSeen),
    rene.did(33 * DAY - 4, 'identification', 'status', statusIs('confirmed')),
    rene.approved(33 * DAY - 8, 'sacha', 'identification', 'status'),
    rene.did(32 * DAY, 'protection', 'imposed_place', {
      values: {
        placement: 'hotel',
        imposed_by: 'police',
        imposed_note: 'Une nuit, faute de place ; nous avons dit notre désaccord.',
      },
      by: [{ role: 'OPJ', name: 'Brigade fictive' }],
      occurredAt: dayOf(33),
    }),
    rene.did(31 * DAY, 'protection', 'order', {
      values: { order_by: 'prosecutor', placement: 'foster_family' },
      by: [{ role: 'PROC' }],
      occurredAt: dayOf(31),
      evidence: { order: { reference: 'Ordonnance fictive' } },
    }),
    sacha.did(31 * DAY - 2, 'protection', 'conference', {
      values: { lead: 'René Exemple', actions: 'Un lieu éloigné avant vendredi.' },
      evidence: { conference_record: { reference: 'Compte rendu fictif' } },
    }),
    rene.met(30 * DAY, { name: 'Monsieur Duvallon', relation: 'father', familyRole: 'overwhelmed' }),
    rene.assigned(30 * DAY, 'sacha', 'eva'),
  ],
});
