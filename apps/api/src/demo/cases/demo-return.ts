import type { DayOf, DemoChild, DemoActs } from './demo-act';
import { protectedSince } from './demo-protection';

const DAY = 24;

/** A prefecture speaks of sending him back. His age is in doubt: "go" is refused, and he stays. */
export const safran = (dominique: DemoActs, sofia: DemoActs, dayOf: DayOf): DemoChild => {
  const back = (hoursAgo: number, step: string, input: Parameters<DemoActs['did']>[3]) =>
    dominique.did(hoursAgo, 'return', step, input);
  const words = {
    bestInterests: 'Ici il va à l’école et il dort.',
    childView: { said: '« Là-bas, ils m’attendent. »' },
    evidence: { conference_record: { reference: 'Compte rendu fictif du groupe' } },
  };
  return {
    child: {
      calledName: 'Safran',
      birth: '2008~',
      gender: 'boy',
      nationality: 'inconnue',
      languages: ['fr'],
    },
    urgentDangerSeen: 'yes',
    openedBy: 'dominique',
    hoursAgo: 42 * DAY,
    acts: [
      ...protectedSince(dominique, 42 * DAY, { supervisor: sofia, dayOf, to: 'crip', status: 'possible' }),
      dominique.did(28 * DAY, 'protection', 'crip_progress', { values: {}, by: [{ role: 'CRIP' }] }),
      dominique.did(23 * DAY, 'identification', 'who', {
        values: { foreign: 'yes', doubt_voiced: 'yes', doubt_reason: 'papers_conflict' },
      }),
      dominique.did(22 * DAY, 'age-doubt', 'need', {
        values: { doubt_voiced: 'yes', doubt_reason: 'papers_conflict', doubt_needed: 'yes' },
        reasons: ['papers_conflict'],
        bestInterests: 'Que le doute ne décide de rien à sa place.',
        childView: { said: '« J’ai mon âge, c’est tout. »' },
      }),
      dominique.approved(21 * DAY, 'sofia', 'age-doubt', 'need'),
      dominique.opened(8 * DAY, 'return'),
      back(8 * DAY - 0.1, 'legal_help', {
        values: { legal_help: { ad_hoc: 'yes', lawyer: 'yes', complaint: { answer: 'not-asked' } } },
      }),
      back(8 * DAY - 0.2, 'request', {
        values: {
          return_raised: 'yes',
          asked_by: 'prefecture',
          asked_why: 'Un accord entre deux pays est cité.',
          country: 'Pays fictif des Landes-Hautes',
          agreement: 'bilateral',
          agreement_name: 'Accord fictif de 2019',
          removal_ordered: 'no',
          already: 'nothing',
        },
      }),
      back(7 * DAY, 'child_heard', {
        values: {
          return_view: 'objects',
          heard_alone: 'yes',
          beside: ['lawyer'],
          return_words: '« Là-bas, ils m’attendent. »',
          language_understood: 'français',
          interpreter: 'not_needed',
        },
      }),
      back(6 * DAY, 'what_keeps', {
        values: {
          doubt_voiced: 'yes',
          doubt_reason: 'papers_conflict',
          proceedings_need_child: { answer: 'unknown' },
        },
      }),
      back(5 * DAY, 'receiver', {
        values: {
          receiver: 'Maison fictive du Port',
          receiver_accepts: 'spoken',
          receiver_offers: { lodging: 'yes' },
        },
      }),
      dominique.tried(4 * DAY, 'return', 'panel', {
        values: { return_choice: 'go' },
        reasons: ['care_ready'],
        ...words,
      }),
      back(4 * DAY - 0.2, 'panel', {
        values: {
          return_choice: 'stay',
          objection_answer: 'Ta peur compte. Tant que nous ne savons pas, tu restes.',
          answer_read: 'yes',
        },
        reasons: ['doubt_open', 'child_objects', 'no_receiver'],
        ...words,
      }),
      dominique.approved(3 * DAY + 6, 'sofia', 'return', 'panel'),
    ],
  };
};
