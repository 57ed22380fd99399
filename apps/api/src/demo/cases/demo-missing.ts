import type { DayOf, DemoChild, DemoActs } from './demo-act';
import { protectedSince } from './demo-protection';

const DAY = 24;
/** Hours since she was found missing: in the night before the demo starts. */
const NIGHT = 13;

/** Did not come home last night. Every call was made at once; one officer said to wait, which is a rights incident. */
export const orage = (camille: DemoActs, sacha: DemoActs, dayOf: DayOf): DemoChild => {
  const search = (hoursAgo: number, step: string, input: Parameters<DemoActs['did']>[3]) =>
    camille.did(hoursAgo, 'missing-child', step, input);
  return {
    child: { calledName: 'Orage', birth: '2011-07', gender: 'girl' },
    urgentDangerSeen: 'yes',
    openedBy: 'camille',
    hoursAgo: 6 * DAY,
    acts: [
      ...protectedSince(camille, 6 * DAY, {
        supervisor: sacha,
        dayOf,
        to: 'prosecutor',
        status: 'confirmed',
        hasDutyLine: true,
      }),
      camille.did(6 * DAY - 0.5, 'care', 'placed', {
        values: {
          setting: 'placed',
          named_adult: 'Idriss, du foyer fictif',
          measure: 'judicial',
          measure_on: dayOf(6),
        },
      }),
      camille.did(6 * DAY - 0.6, 'arrival', 'same_evening', {
        values: {},
        row: {
          id: 'visit-1',
          values: { how_seen: 'alone', sleeps_well: { answer: 'unknown' }, feels_safe: 'no' },
        },
      }),
      camille.did(3 * DAY, 'care', 'psy_request', {
        values: { psy_answer: 'not_wanted' },
        evidence: { request: { reference: 'Lettre fictive' } },
      }),
      camille.learnt(NIGHT, { missing: 'yes' }, 'Pas rentrée à l’heure convenue ; son lit est vide.'),
      search(NIGHT - 0.1, 'report', {
        values: {
          missing: 'yes',
          missing_risks: { exploited: 'yes', threatened: { answer: 'unknown' }, under_13: 'no' },
          absent_since: dayOf(1),
          last_news_on: dayOf(1),
          report_taken: 'told_to_wait',
          report_officer: 'Poste fictif de la place des Vents',
          photo_given: 'to_opj',
          family_knows: 'no',
        },
        evidence: { missing_report: { reference: 'Déclaration fictive n° 3' } },
      }),
      search(NIGHT - 0.2, 'tell_authorities', {
        values: { calls: { prosecutor: 'yes', judge: 'yes', ase: 'yes', ad_hoc: 'yes', line: 'no' } },
        evidence: { notice: { reference: 'Avis fictif, 22 lignes' } },
      }),
      search(NIGHT - 0.3, 'family_not_told', { values: { no_family_reason: 'not_known' } }),
      search(NIGHT - 0.4, 'line_open', {
        values: { last_news_on: dayOf(1), rhythm: 'Chaque jour.' },
        row: {
          id: 'try-1',
          values: {
            tried_on: dayOf(1),
            way: 'message',
            sent_from: 'service',
            said: ['place_waiting', 'any_hour', 'nobody_angry'],
            credit: 'yes',
            news: 'sign',
          },
        },
      }),
      search(NIGHT - 0.5, 'clues_given', {
        values: {
          clues: { numbers: 'yes', pseudonyms: 'yes', hotels: { answer: 'unknown' } },
          phone_searched: 'no',
          photo_published: 'no',
        },
        by: [{ role: 'OPJ' }],
      }),
      search(NIGHT - 0.6, 'place_stays', { values: { place_kept: 'yes', measure_lifted: 'no' } }),
      camille.noted(3, 'L’équipe de rue l’a cherchée jusqu’à quatre heures. Personne ne l’a vue.'),
    ],
  };
};
