import type { DayOf, DemoChild, DemoActs } from './demo-act';
import { intake } from './demo-identification';
import { aloneHere } from './demo-protection';

const DAY = 24;
const INTERPRETER = { role: 'INT', name: 'Interprète fictive', language: 'peul', tie: 'none' } as const;

const sheltered = (worker: DemoActs, supervisor: string, start: number, values: object = {}) => [
  worker.did(start, 'unaccompanied-minor', 'shelter_start', {
    values: { emergency_shelter: 'starts', ...values },
    reasons: ['alone', 'says_minor'],
    bestInterests: 'Dormir, manger, ne rien devoir raconter ce soir.',
    childView: { said: '« Je suis fatigué. »' },
  }),
  worker.did(start - 0.1, 'unaccompanied-minor', 'shelter_notice', {
    values: {},
    evidence: { notice: { reference: 'Avis fictif au parquet de permanence' } },
  }),
  worker.approved(start - 2, supervisor, 'unaccompanied-minor', 'shelter_start'),
];

/** Sheltered four days ago: the five days of the law end tomorrow, and nothing about his age was asked. */
export const boreal = (dominique: DemoActs, dayOf: DayOf): DemoChild => {
  const start = 4 * DAY;
  const alone = (hoursAgo: number, step: string, input: Parameters<DemoActs['did']>[3]) =>
    dominique.did(hoursAgo, 'unaccompanied-minor', step, input);
  return {
    child: {
      calledName: 'Boréal',
      birth: '2009~',
      gender: 'boy',
      nationality: 'inconnue',
      languages: ['ff'],
    },
    urgentDangerSeen: 'no',
    openedBy: 'dominique',
    hoursAgo: start,
    acts: [
      dominique.did(start - 0.05, 'identification', 'intake', intake('no')),
      dominique.did(start - 0.1, 'identification', 'who', aloneHere(dayOf(4))),
      ...sheltered(dominique, 'sofia', start - 0.2, { safe_place: 'yes', held_at_border: 'no' }),
      alone(start - 0.4, 'arrival', {
        values: {
          arrival: { food: 'yes', rest: 'yes', charger: 'yes', adult_named: 'yes' },
          adult_waiting: 'no',
          lodged_apart: 'yes',
          rights_hurt: 'no',
        },
      }),
      alone(start - 0.5, 'health_clock', { values: { exposure: 'no', care_place: 'not_needed' } }),
      dominique.did(start - 0.6, 'identification', 'contact', {
        values: { language_understood: 'peul', contact_is_safe: 'no' },
      }),
      dominique.did(start - 19, 'identification', 'signs', {
        values: {
          vulnerabilities: { isolated: 'yes', street: { answer: 'unknown' } },
          warning_signs: { injuries: 'no', phones: 'no' },
          trafficking_signs: { debt: { answer: 'not-asked' }, spoken_for: { answer: 'unknown' } },
          trained: 'yes',
        },
      }),
      alone(start - 20, 'interpreter', {
        values: { language_understood: 'peul', interpreter: 'by_phone', interpreter_outside: 'yes' },
        by: [{ role: 'TS' }, INTERPRETER],
      }),
      alone(start - 21, 'information', {
        values: { language_understood: 'peul', steps_understood: 'yes', safe_to_carry: 'no' },
        by: [{ role: 'TS' }, INTERPRETER],
        evidence: { information_given: { reference: 'Feuille en peul, gardée pour lui' } },
      }),
      alone(start - 22, 'legal_help', {
        values: { legal_help: { ad_hoc: 'yes', lawyer: 'yes', complaint: { answer: 'not-asked' } } },
      }),
      alone(start - 23, 'respite', { values: { respite_days: 12, respite_needs: '« Dormir. »' } }),
      alone(2 * DAY, 'asylum', { values: { asylum_wanted: 'wants' } }),
      alone(2 * DAY - 0.1, 'ad_hoc_request', {
        values: {},
        evidence: { request: { reference: 'Demande fictive au parquet' } },
      }),
      alone(1 * DAY, 'manifest_minority', { values: { manifest_minority: 'not_settled' } }),
    ],
  };
};

/** Held at the border since yesterday: his hours are counted, his return opposed, and the prosecutor owes an answer. */
export const ponton = (rosa: DemoActs, dayOf: DayOf): DemoChild => {
  const start = 28;
  const border = (hoursAgo: number, step: string, input: Parameters<DemoActs['did']>[3]) =>
    rosa.did(hoursAgo, 'border-zone', step, input);
  const written = { request: { reference: 'Télécopie fictive' } };
  return {
    child: { calledName: 'Ponton', gender: 'boy', nationality: 'inconnue', languages: ['ar'] },
    urgentDangerSeen: 'unknown',
    openedBy: 'rosa',
    hoursAgo: start,
    acts: [
      rosa.did(start - 0.05, 'identification', 'intake', intake('no')),
      rosa.did(start - 0.1, 'identification', 'who', aloneHere(dayOf(start / DAY))),
      rosa.did(start - 0.15, 'identification', 'contact', { values: { contact_is_safe: 'no' } }),
      ...sheltered(rosa, 'sofia', start - 0.2, { held_at_border: 'yes' }),
      rosa.did(start - 0.5, 'unaccompanied-minor', 'health_clock', { values: { exposure: 'no' } }),
      border(start - 0.6, 'ad_hoc_request', { values: {}, evidence: written }),
      border(start - 0.7, 'oppose_return', { values: { return_raised: 'no' }, evidence: written }),
      border(start - 0.8, 'ask_entry', { values: {}, evidence: written }),
      border(start - 1, 'interpreter', {
        values: { language_understood: 'arabe', interpreter: 'by_phone', interpreter_outside: 'yes' },
      }),
      border(start - 1.2, 'information', {
        values: {
          language_understood: 'arabe',
          told_understood: 'yes',
          asylum_wanted: 'later',
          entry_route: 'airport',
        },
        by: [{ role: 'REF' }, { ...INTERPRETER, language: 'arabe' }],
        evidence: { information_given: { reference: 'Feuille en arabe' } },
      }),
      border(start - 1.5, 'hours_held', {
        values: {},
        row: {
          id: 'hold-1',
          values: {
            place: 'Aérogare fictive des Brumes',
            noted_on: dayOf((start - 1.5) / DAY),
            hours: 3,
            with_adults: 'yes',
            searched: 'no',
            locked_alone: 'no',
          },
        },
      }),
      border(start - 2, 'border_interest', {
        values: { border_interest: 'entry', child_return_wish: 'undecided' },
        reasons: ['alone', 'nothing_checked'],
        bestInterests: 'Entrer, être à l’abri, puis être écouté.',
        childView: { whyNot: 'Il s’était endormi sur un banc ; on lui demandera à son réveil.' },
      }),
      border(3, 'screen', {
        values: {
          screened_alone: 'yes',
          trafficking_signs: {
            spoken_for: 'no',
            papers_held: { answer: 'unknown' },
            debt: { answer: 'not-asked' },
          },
        },
        by: [{ role: 'REF' }, { ...INTERPRETER, language: 'arabe' }],
      }),
      border(2, 'hours_held', {
        values: {},
        row: {
          id: 'hold-2',
          values: {
            noted_on: dayOf(2 / DAY),
            hours: 26,
            with_adults: 'no',
            searched: 'no',
            locked_alone: 'no',
          },
        },
      }),
    ],
  };
};
