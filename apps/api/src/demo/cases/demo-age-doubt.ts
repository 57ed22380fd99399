import type { DayOf, DemoChild, DemoActs } from './demo-act';
import { intake, noSign, nothingSeen, safeContact, signsSeen } from './demo-identification';

const DAY = 24;

/** An X-ray says 19.5 years with a margin of 18 months: the interval touches 18, so she stays presumed a minor. */
export const cerise = (dominique: DemoActs, dayOf: DayOf): DemoChild => ({
  child: { calledName: 'Cerise', birth: '2009~', gender: 'girl', nationality: 'inconnue', languages: ['en'] },
  urgentDangerSeen: 'no',
  openedBy: 'dominique',
  hoursAgo: 60 * DAY,
  acts: [
    dominique.did(60 * DAY - 1, 'identification', 'intake', intake('no')),
    dominique.did(60 * DAY - 1.1, 'identification', 'contact', safeContact),
    dominique.did(60 * DAY - 2, 'identification', 'who', {
      values: {
        first_presentation: dayOf(60),
        says_minor: 'yes',
        alone: 'yes',
        foreign: 'yes',
        doubt_voiced: 'yes',
        doubt_reason: 'other_age_on_file',
      },
    }),
    dominique.did(59 * DAY, 'identification', 'signs', signsSeen),
    dominique.did(58 * DAY, 'age-doubt', 'need', {
      values: { doubt_voiced: 'yes', doubt_reason: 'other_age_on_file', doubt_needed: 'yes' },
      reasons: ['other_age_on_file'],
      bestInterests: 'Que le doute ne pèse plus sur son école.',
      childView: { said: '« J’ai seize ans. »' },
    }),
    dominique.approved(57 * DAY, 'sofia', 'age-doubt', 'need'),
    dominique.did(56 * DAY, 'age-doubt', 'information', {
      values: {
        language_understood: 'anglais',
        child_understood_information: 'yes',
        reversal_explained: 'yes',
      },
      by: [{ role: 'TS' }, { role: 'INT', name: 'Interprète fictive', language: 'anglais', tie: 'none' }],
      evidence: {
        age_information_sheet: { reference: 'Feuille en anglais' },
        signature_or_witness: { reference: 'Témoin : interprète' },
      },
    }),
    dominique.did(56 * DAY - 1, 'age-doubt', 'representative', {
      values: { lawyer_asked: 'yes', ad_hoc_asked: 'yes' },
      evidence: { request: { reference: 'Lettre au parquet' } },
    }),
    dominique.did(55 * DAY, 'age-doubt', 'papers_check', {
      values: { papers: 'absent', stated_age: 192 },
    }),
    dominique.did(40 * DAY, 'age-doubt', 'assessment', {
      values: {
        assessment: 'inconclusive',
        after_respite: 'yes',
        assessors: 2,
        assessment_understood: 'yes',
        read_back: 'yes',
        assessed_on: dayOf(41),
      },
      by: [
        { role: 'EVAL', name: 'Émile Modèle' },
        { role: 'EVAL', name: 'Évaluatrice fictive' },
      ],
    }),
    dominique.approved(39 * DAY, 'sofia', 'age-doubt', 'assessment'),
    dominique.did(25 * DAY, 'age-doubt', 'exam_order', {
      values: {},
      row: {
        id: 'exam-1',
        values: {
          judicial_order: 'yes',
          ordered_on: dayOf(30),
          papers_then: 'absent',
          implausible_then: 'yes',
          result: 'pending',
        },
      },
      by: [{ role: 'JE' }],
      evidence: { exam_order: { reference: 'Ordonnance fictive' } },
    }),
    dominique.did(22 * DAY, 'age-doubt', 'exam_consent', {
      values: {},
      row: { id: 'exam-1', values: { consent: 'given', consent_understood: 'yes', withdrawn: 'no' } },
      evidence: { consent_form: { reference: 'Formulaire en anglais' } },
    }),
    dominique.did(15 * DAY, 'age-doubt', 'opinion', {
      values: {},
      row: {
        id: 'exam-1',
        values: {
          result: 'received',
          exam_on: dayOf(22),
          qualified: 'yes',
          pubertal: 'no',
          respite_health_used: 'no',
          figure: 'point',
          point: 234,
          margin_said: 'stated',
          margin: 18,
        },
      },
      by: [{ role: 'MED' }],
      evidence: { medical_opinion: { reference: 'Avis fictif, sous pli' } },
    }),
    dominique.did(14 * DAY, 'age-doubt', 'opinion_set_aside', {
      values: {},
      row: { id: 'exam-1', values: { set_aside: 'no' } },
      by: [{ role: 'JE' }],
    }),
    dominique.approved(13 * DAY, 'sofia', 'age-doubt', 'opinion_set_aside'),
    dominique.did(13 * DAY - 1, 'age-doubt', 'exam_order', {
      values: {},
      closes: true,
      by: [{ role: 'TS' }],
    }),
  ],
});

/** Her papers were checked and say that she is sixteen: minority is established, and no exam was ever asked for. */
export const muguet = (rosa: DemoActs, dayOf: DayOf): DemoChild => ({
  child: { calledName: 'Muguet', birth: '2010', gender: 'girl', nationality: 'inconnue', languages: ['fr'] },
  urgentDangerSeen: 'no',
  openedBy: 'rosa',
  hoursAgo: 46 * DAY,
  acts: [
    rosa.did(46 * DAY - 0.1, 'identification', 'intake', intake('no')),
    rosa.did(46 * DAY - 0.2, 'identification', 'contact', safeContact),
    rosa.did(46 * DAY - 0.3, 'identification', 'who', {
      values: {
        first_presentation: dayOf(46),
        says_minor: 'yes',
        alone: 'no',
        foreign: 'yes',
        doubt_voiced: 'yes',
        doubt_reason: 'account_conflict',
      },
    }),
    rosa.did(45 * DAY + 2, 'identification', 'signs', nothingSeen),
    rosa.did(45 * DAY + 1, 'identification', 'status', noSign),
    rosa.approved(45 * DAY - 4, 'sofia', 'identification', 'status'),
    rosa.did(45 * DAY, 'age-doubt', 'need', {
      values: { doubt_voiced: 'yes', doubt_reason: 'account_conflict', doubt_needed: 'yes' },
      reasons: ['account_conflict'],
      bestInterests: 'Que son inscription au lycée ne tarde pas.',
      childView: { said: '« Ma tante a mes papiers. »' },
    }),
    rosa.approved(44 * DAY, 'sofia', 'age-doubt', 'need'),
    rosa.did(30 * DAY, 'age-doubt', 'papers_check', {
      values: {
        papers: 'valid',
        papers_kind: ['birth_certificate'],
        papers_checked_by: 'document_unit',
        papers_birth: '2010-05-04',
        contests: 'no',
      },
    }),
    rosa.did(30 * DAY - 0.1, 'age-doubt', 'decision_made', { values: {}, closes: true }),
  ],
});
