import { cerise, muguet } from './demo-age-doubt';
import { boreal, ponton } from './demo-alone';
import { tilleul } from './demo-care';
import { type DayOf, type DemoChild, demoActs } from './demo-act';
import { earlierChildren } from './demo-earlier';
import { verveine } from './demo-follow-up';
import { plume } from './demo-hearing';
import {
  dangerIs,
  healthFirst,
  intake,
  noSign,
  noSignsSeen,
  safeContact,
  signsSeen,
  statusIs,
} from './demo-identification';
import { orage } from './demo-missing';
import { mistral } from './demo-placement';
import { safran } from './demo-return';
import { colibri, grelot } from './demo-rights';

const DAY = 24;
const camille = demoActs('camille');
const rene = demoActs('rene');
const dominique = demoActs('dominique');
const rosa = demoActs('rosa');
const sacha = demoActs('sacha');
const sofia = demoActs('sofia');

/** Invented children at every stage, in both teams. No name, date or fact is anybody's. */
export const demoChildren = (dayOf: DayOf): readonly DemoChild[] => [
  // Danger tonight: nothing done yet, the health clock comes first.
  {
    child: { calledName: 'Comète', birth: '2011~', gender: 'girl', languages: ['fr'] },
    urgentDangerSeen: 'yes',
    openedBy: 'camille',
    hoursAgo: 2,
    acts: [],
  },
  // Left alone for three days: late.
  {
    child: {
      calledName: 'Luciole',
      givenNames: 'Luciole',
      familyName: 'Desprairies',
      birth: '2010-04',
      gender: 'girl',
    },
    urgentDangerSeen: 'no',
    openedBy: 'camille',
    hoursAgo: 3 * DAY + 5,
    acts: [camille.did(3 * DAY + 4, 'identification', 'intake', intake('no'))],
  },
  // Possible victim, in effect; the second person is waited for, and one decision lacks the child's view.
  {
    child: { calledName: 'Galet', birth: '2009-11-02', gender: 'boy', alsoKnownAs: ['Caillou'] },
    urgentDangerSeen: 'unknown',
    openedBy: 'camille',
    hoursAgo: 2 * DAY,
    acts: [
      camille.did(2 * DAY - 1, 'identification', 'intake', intake('yes')),
      camille.did(2 * DAY - 2, 'identification', 'contact', safeContact),
      camille.did(30, 'identification', 'signs', signsSeen),
      camille.did(28, 'identification', 'status', {
        values: { victim_status: 'possible' },
        reasons: ['signs_seen'],
      }),
      camille.did(27, 'protection', 'health_clock', healthFirst),
      camille.did(6, 'protection', 'danger', dangerIs('danger')),
      camille.noted(5, 'Appel de l’éducatrice du collège : elle l’attendra demain à 8 h devant la grille.'),
      camille.met(5, {
        name: 'Madame Sifflet',
        relation: 'professional',
        note: 'Éducatrice du collège des Nuages',
      }),
      camille.met(5, { name: 'La mère de Galet', relation: 'mother', familyRole: 'unknown' }),
    ],
  },
  // "No sign" protects less: it waits for a second person.
  {
    child: { calledName: 'Brindille', birth: '2012-02-20', gender: 'girl' },
    urgentDangerSeen: 'no',
    openedBy: 'camille',
    hoursAgo: 26,
    acts: [
      camille.did(25, 'identification', 'intake', intake('no')),
      camille.did(24, 'identification', 'signs', noSignsSeen),
      camille.did(4, 'identification', 'status', noSign),
    ],
  },
  // A form half written.
  {
    child: { calledName: 'Nuage', gender: 'unknown' },
    urgentDangerSeen: 'not-asked',
    openedBy: 'camille',
    hoursAgo: 9,
    acts: [
      camille.did(8, 'identification', 'intake', intake('unknown')),
      camille.drafted(1, 'identification', 'signs', {
        values: {
          warning_signs: { strangers_online: 'yes', mood: 'yes' },
          observed: 'Elle serre son téléphone et',
        },
      }),
    ],
  },
  // An answer was wrong: what stood on it is to be confirmed.
  {
    child: { calledName: 'Ficelle', birth: '2008-06', gender: 'girl' },
    urgentDangerSeen: 'no',
    openedBy: 'camille',
    hoursAgo: 5 * DAY,
    acts: [
      camille.did(5 * DAY - 1, 'identification', 'intake', intake('yes')),
      camille.did(5 * DAY - 2, 'protection', 'health_clock', healthFirst),
      camille.did(5 * DAY - 3, 'protection', 'pep', { values: { pep_answer: 'accepted' } }),
      camille.did(4 * DAY, 'identification', 'signs', signsSeen),
      camille.did(4 * DAY - 2, 'identification', 'status', statusIs('probable')),
      camille.approved(4 * DAY - 6, 'sacha', 'identification', 'status'),
      camille.did(4 * DAY - 7, 'identification', 'typology', {
        values: { exploitation_forms: { online: 'yes', prostitution: 'no' } },
      }),
      camille.amended(
        20,
        'identification',
        'intake',
        { exposure: 'no' },
        'Ligne cochée par erreur : elle parlait d’une camarade, qui a son propre dossier.',
      ),
    ],
  },
  // Nobody leads it yet.
  {
    child: { calledName: 'Écho', birth: '2010' },
    urgentDangerSeen: 'unknown',
    openedBy: 'sacha',
    hoursAgo: 20,
    acts: [],
  },
  mistral(rene, sacha, dayOf),
  cerise(dominique, dayOf),
  muguet(rosa, dayOf),
  // The name sounds like one of the other team: only the supervisors hear of it.
  {
    child: { calledName: 'Lussiole', familyName: 'Desprairies', birth: '2010', gender: 'girl' },
    urgentDangerSeen: 'no',
    openedBy: 'dominique',
    hoursAgo: 10,
    acts: [dominique.did(9, 'identification', 'intake', intake('no'))],
  },
  // A doubt on the age was just voiced; nothing that protects waits for it.
  {
    child: { calledName: 'Toupie', gender: 'girl', nationality: 'inconnue', languages: ['pt'] },
    urgentDangerSeen: 'no',
    openedBy: 'dominique',
    hoursAgo: 7,
    acts: [
      dominique.did(6, 'identification', 'intake', intake('no')),
      dominique.did(5, 'identification', 'who', {
        values: {
          says_minor: 'yes',
          alone: 'yes',
          foreign: 'yes',
          doubt_voiced: 'yes',
          doubt_reason: 'account_conflict',
          first_presentation: dayOf(5 / DAY),
        },
      }),
    ],
  },
  // "No sign", agreed to by two people forty days ago: she is seen again.
  {
    child: { calledName: 'Pépin', birth: '2013', gender: 'boy' },
    urgentDangerSeen: 'no',
    openedBy: 'rosa',
    hoursAgo: 40 * DAY,
    acts: [
      rosa.did(40 * DAY - 1, 'identification', 'intake', intake('no')),
      rosa.did(40 * DAY - 2, 'identification', 'signs', noSignsSeen),
      rosa.did(39 * DAY, 'identification', 'status', noSign),
      rosa.approved(38 * DAY, 'sofia', 'identification', 'status'),
      rosa.did(37 * DAY, 'identification', 'prevention_plan', {
        values: {
          prevention: { adult: 'yes', school: 'yes', street_educators: 'no' },
          prevention_adult: 'La documentaliste',
          prevention_review_on: dayOf(3),
        },
        evidence: { prevention_plan: { reference: 'Plan du mois dernier' } },
      }),
    ],
  },
  plume(camille, sacha, dayOf),
  orage(camille, sacha, dayOf),
  colibri(camille, dayOf),
  tilleul(rene, sacha, dayOf),
  grelot(rene, dayOf),
  boreal(dominique, dayOf),
  safran(dominique, sofia, dayOf),
  ponton(rosa, dayOf),
  verveine(rosa, sofia, dayOf),
  ...earlierChildren({ camille, rene, sacha, dominique, rosa, sofia }, dayOf),
];
