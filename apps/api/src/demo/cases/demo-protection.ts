import type { DayOf, DemoAct, DemoActs } from './demo-act';
import { intake, safeContact, signsSeen, statusIs } from './demo-identification';
import type { StepInputDto } from '../../cases/steps/step-input.dto';

const DAY = 24;
const MINUTE = 1 / 60;

/** What a story says of a protection that was led in time. */
export interface Protected {
  readonly supervisor: DemoActs;
  readonly dayOf: DayOf;
  /** To whom it was referred. */
  readonly to: 'prosecutor' | 'crip';
  readonly status?: 'possible' | 'probable' | 'confirmed';
  /** Version 1.0.0 with the local rule of the département, whose duty line is called. */
  readonly hasDutyLine?: boolean;
  /** What was said at the conference. */
  readonly conference?: StepInputDto['values'];
}

/** A case opened `start` hours ago because danger was seen: from the first hour to the conference, nothing of ours late. */
export function protectedSince(worker: DemoActs, start: number, about: Protected): readonly DemoAct[] {
  const { supervisor, to } = about;
  const after = (minutes: number): number => start - minutes * MINUTE;
  return [
    worker.did(after(2), 'protection', 'health_clock', {
      values: { exposure: 'no', care_place: 'not_needed' },
    }),
    worker.did(after(4), 'protection', 'danger', {
      values: {
        danger: 'danger',
        exploitation_forms:
          to === 'crip' ? { online: 'yes', prostitution: 'no' } : { prostitution: 'yes', online: 'yes' },
        crime_facts: 'no',
      },
      reasons: ['exploiter_near'],
      bestInterests: 'Ne plus croiser celui qui l’attend.',
      childView: { said: '« Je veux juste être tranquille. »' },
    }),
    worker.did(after(6), 'protection', 'safety_plan', {
      values: {
        safe_place: 'yes',
        safety_plan: { sleeps: 'yes', who_comes: 'yes', code_word: 'yes' },
        phone_plan: { location: 'yes' },
        place_imposed: 'no',
      },
    }),
    worker.did(after(8), 'protection', 'referral', {
      values: { referral_choice: to },
      reasons: [to === 'crip' ? 'evaluation_needed' : 'exploitation'],
      bestInterests: 'Que d’autres veillent avec nous.',
      childView: { said: '« D’accord, si c’est toi qui expliques. »' },
    }),
    ...(to === 'crip' ? toCrip(worker, start) : toProsecutor(worker, start)),
    worker.did(after(14), 'protection', 'family_not_told', { values: { not_told_reason: 'not_known' } }),
    worker.did(after(16), 'protection', 'legal_help', {
      values: { legal_help: { ad_hoc: 'yes', lawyer: 'yes', complaint: 'yes' }, complaint_answer: 'later' },
    }),
    ...(about.hasDutyLine ? [worker.did(after(18), 'protection', 'local_duty_line')] : []),
    ...identified(worker, start, about),
    supervisor.did(start - 1.5 * DAY, 'protection', 'conference', {
      values: { lead: 'Pilote fictif', actions: 'Chacun sait qui fait quoi.', ...about.conference },
      evidence: { conference_record: { reference: 'Compte rendu fictif' } },
    }),
  ];
}

function identified(worker: DemoActs, start: number, about: Protected): readonly DemoAct[] {
  const { supervisor, dayOf, status = 'probable' } = about;
  const after = (minutes: number): number => start - minutes * MINUTE;
  return [
    worker.did(after(20), 'identification', 'intake', intake('no', 'yes')),
    worker.did(after(22), 'identification', 'contact', safeContact),
    worker.did(after(24), 'identification', 'who', knownHere(dayOf(Math.ceil(start / DAY)))),
    worker.did(after(26), 'identification', 'signs', signsSeen),
    worker.did(after(30), 'identification', 'status', statusIs(status)),
    worker.approved(after(60), supervisor.by, 'protection', 'danger'),
    worker.approved(after(62), supervisor.by, 'protection', 'referral'),
    worker.approved(after(64), supervisor.by, 'identification', 'status'),
  ];
}

const toCrip = (worker: DemoActs, start: number): readonly DemoAct[] => [
  worker.did(start - 10 * MINUTE, 'protection', 'report_crip', {
    values: {},
    evidence: { worrying_information: { reference: 'Information préoccupante n° fictif' } },
  }),
  worker.did(start - 1.2 * DAY, 'protection', 'crip_first_answer', { values: {}, by: [{ role: 'CRIP' }] }),
];

const toProsecutor = (worker: DemoActs, start: number): readonly DemoAct[] => [
  worker.did(start - 10 * MINUTE, 'protection', 'report_prosecutor', {
    values: {},
    evidence: { signalement: { reference: 'Signalement n° fictif' } },
  }),
  worker.did(start - 12 * MINUTE, 'protection', 'crip_copy', {
    values: {},
    evidence: { signalement: { reference: 'Copie du signalement fictif' } },
  }),
];

/** Nobody doubts the age, a parent is there. */
export const knownHere = (firstSeen: string): StepInputDto => ({
  values: {
    first_presentation: firstSeen,
    says_minor: 'yes',
    alone: 'no',
    foreign: 'no',
    doubt_voiced: 'no',
  },
});

/** Foreign and alone: sheltered, whatever the age and the papers. */
export const aloneHere = (firstSeen: string): StepInputDto => ({
  values: { first_presentation: firstSeen, says_minor: 'yes', alone: 'yes', foreign: 'yes' },
});
