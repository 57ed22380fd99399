import type { DayOf, DemoChild, DemoActs } from './demo-act';
import { protectedSince } from './demo-protection';

const DAY = 24;

const seenAlone = (id: string) => ({
  values: {},
  row: { id, values: { how_seen: 'alone', sleeps_well: 'yes', feels_safe: 'yes' } },
});

/**
 * Placed three weeks ago under a measure of nearly three months: the child's project is due within the week. The
 * psychologist was asked eighteen days ago and has not seen him; advice is asked for, and what is missing is written down.
 */
export const tilleul = (rene: DemoActs, sacha: DemoActs, dayOf: DayOf): DemoChild => {
  const care = (hoursAgo: number, step: string, input: Parameters<DemoActs['did']>[3]) =>
    rene.did(hoursAgo, 'care', step, input);
  const visit = (hoursAgo: number, step: string) =>
    rene.did(hoursAgo, 'arrival', step, seenAlone(`visit-${step}`));
  return {
    child: { calledName: 'Tilleul', birth: '2010-10-10', gender: 'boy' },
    urgentDangerSeen: 'yes',
    openedBy: 'rene',
    hoursAgo: 20 * DAY + 1.5,
    acts: [
      ...protectedSince(rene, 20 * DAY + 1.5, {
        supervisor: sacha,
        dayOf,
        to: 'crip',
        status: 'confirmed',
        hasDutyLine: true,
      }),
      care(20 * DAY, 'placed', {
        values: {
          setting: 'placed',
          named_adult: 'Solène, du foyer fictif',
          measure: 'judicial',
          measure_on: dayOf(86),
        },
      }),
      visit(20 * DAY - 0.5, 'same_evening'),
      care(20 * DAY - 1, 'placement_match', {
        values: {
          placement: 'authorised_home',
          locked_in: 'no',
          moving: 'no',
          place_checks: {
            far: 'yes',
            secret: 'yes',
            nights: 'yes',
            group: 'yes',
            tongue: 'yes',
            culture: { answer: 'unknown' },
          },
        },
      }),
      rene.did(19 * DAY, 'arrival', 'first_days', {
        values: {
          first_days: { sleep: 'yes', food: 'yes', adult: 'yes', night: 'yes' },
          recruiter_here: 'no',
        },
      }),
      visit(19 * DAY + 2, 'next_day'),
      care(18 * DAY, 'psy_request', {
        values: { psy_answer: 'asked' },
        evidence: { request: { reference: 'Deux demandes fictives' } },
      }),
      visit(17 * DAY + 4, 'third_day'),
      care(16 * DAY, 'health_check', {
        values: { health_answer: 'seen' },
        evidence: { certificate: { reference: 'Bilan fictif, sous pli' } },
      }),
      visit(14 * DAY, 'week_1'),
      care(13 * DAY, 'needs', {
        values: {
          needs: { security: 'no', health: 'yes', education: 'yes', relations: { answer: 'not-asked' } },
          needs_words: '« Arrêter d’y penser la nuit. »',
          rights_hurt: 'no',
          advice_wanted: 'yes',
        },
      }),
      care(12 * DAY, 'expert_advice', {
        values: {},
        row: {
          id: 'advice-1',
          values: {
            question: 'Attendre le rendez-vous, ou chercher plus loin ?',
            asked_to: 'specialised_ngo',
            asked_on: dayOf(12),
          },
        },
      }),
      care(10 * DAY, 'care_plan', {
        values: {
          plan_goals: 'Dormir. Une classe de mécanique à la rentrée.',
          plan_parts: { trusted: 'yes', money: 'yes', fun: 'yes' },
          trusted_person: 'Son parrain de boxe',
          plan_view: 'partly',
        },
        evidence: { care_plan: { reference: 'Plan fictif, une page' } },
      }),
      rene.approved(9 * DAY + 20, 'sacha', 'care', 'care_plan'),
      care(8 * DAY, 'schooling', {
        values: { school_answer: 'no_place' },
        evidence: { request: { reference: 'Lettre fictive à l’inspection' } },
      }),
      visit(7 * DAY, 'week_2'),
      care(6 * DAY, 'unmet_need', {
        values: {},
        row: {
          id: 'need-1',
          values: {
            service: 'school',
            shortage: 'no_place',
            since: dayOf(8),
            need_note: 'Rien avant la rentrée.',
          },
        },
      }),
    ],
  };
};
