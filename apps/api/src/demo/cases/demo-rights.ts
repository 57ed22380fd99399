import type { DayOf, DemoChild, DemoActs } from './demo-act';
import { dangerIs, intake, noSign, noSignsSeen, safeContact, statusIs } from './demo-identification';
import { knownHere } from './demo-protection';

const DAY = 24;

/** Taken for an offender and put in a cell: a possible victim, and a right that was hurt. */
export const grelot = (rene: DemoActs, dayOf: DayOf): DemoChild => ({
  child: { calledName: 'Grelot', birth: '2009', gender: 'boy' },
  urgentDangerSeen: 'no',
  openedBy: 'rene',
  hoursAgo: 2 * DAY,
  acts: [
    rene.did(2 * DAY - 0.1, 'identification', 'intake', intake('no')),
    rene.did(2 * DAY - 0.2, 'identification', 'contact', safeContact),
    rene.did(2 * DAY - 0.3, 'identification', 'who', knownHere(dayOf(2))),
    rene.did(2 * DAY - 1, 'identification', 'signs', {
      values: {
        vulnerabilities: { runaway: 'yes', recruits: 'yes' },
        warning_signs: { phones: 'yes', money: 'yes' },
        trafficking_signs: { debt: 'yes', phone: 'yes' },
        offence_made_to_commit: 'yes',
        rights_hurt: 'yes',
        trained: 'no',
      },
    }),
    rene.did(2 * DAY - 2, 'identification', 'victim_alert', {
      values: {},
      evidence: { request: { reference: 'Lettre fictive à l’avocate' } },
    }),
    rene.did(2 * DAY - 2.1, 'identification', 'rights_incident', {
      values: {},
      row: {
        id: 'incident-1',
        values: {
          what: 'cell',
          incident_on: dayOf(3),
          incident_note: 'Une nuit. « On m’a dit que c’était moi le coupable. »',
        },
      },
    }),
    rene.did(1 * DAY, 'identification', 'status', statusIs('probable')),
    rene.did(1 * DAY - 0.1, 'protection', 'health_clock', { values: { exposure: 'no' } }),
    rene.did(1 * DAY - 0.2, 'protection', 'danger', dangerIs('danger')),
    rene.did(1 * DAY - 0.3, 'protection', 'local_duty_line'),
    rene.approved(4, 'sacha', 'identification', 'signs'),
  ],
});

/** No sign, agreed to by two people: a plan all the same. The school has nobody to tell; that gap is counted. */
export const colibri = (camille: DemoActs, dayOf: DayOf): DemoChild => ({
  child: { calledName: 'Colibri', birth: '2014-05', gender: 'boy' },
  urgentDangerSeen: 'no',
  openedBy: 'camille',
  hoursAgo: 12 * DAY,
  acts: [
    camille.did(12 * DAY - 0.1, 'identification', 'intake', intake('no')),
    camille.did(12 * DAY - 0.2, 'identification', 'contact', safeContact),
    camille.did(12 * DAY - 0.3, 'identification', 'who', knownHere(dayOf(12))),
    camille.did(12 * DAY - 1, 'identification', 'signs', noSignsSeen),
    camille.did(11 * DAY, 'identification', 'status', noSign),
    camille.approved(11 * DAY - 3, 'sacha', 'identification', 'status'),
    camille.did(9 * DAY, 'identification', 'prevention_plan', {
      values: {
        prevention: { adult: 'yes', school: 'no', street_educators: 'yes' },
        prevention_adult: 'Le gardien du gymnase',
        prevention_review_on: dayOf(-2),
      },
      evidence: { prevention_plan: { reference: 'Plan fictif' } },
    }),
    camille.did(9 * DAY - 0.1, 'identification', 'unmet_need', {
      values: {},
      row: {
        id: 'need-1',
        values: {
          service: 'school',
          shortage: 'no_answer',
          since: dayOf(10),
          need_note: 'Trois appels, aucune réponse.',
        },
      },
    }),
  ],
});
