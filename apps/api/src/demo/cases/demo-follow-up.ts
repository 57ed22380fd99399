import type { DayOf, DemoChild, DemoActs } from './demo-act';
import { protectedSince } from './demo-protection';

const DAY = 24;

const seenAlone = (id: string) => ({
  values: {},
  row: { id, values: { how_seen: 'alone', sleeps_well: 'yes', feels_safe: 'yes' } },
});

/** Well for four months, says she, her school and her doctor. The end is proposed and waits for the second person. */
export const verveine = (rosa: DemoActs, sofia: DemoActs, dayOf: DayOf): DemoChild => {
  const opened = 150 * DAY;
  return {
    child: { calledName: 'Verveine', birth: '2009-01-30', gender: 'girl' },
    urgentDangerSeen: 'yes',
    openedBy: 'rosa',
    hoursAgo: opened,
    acts: [
      ...protectedSince(rosa, opened, { supervisor: sofia, dayOf, to: 'crip', status: 'possible' }),
      rosa.did(136 * DAY, 'protection', 'crip_progress', { values: {}, by: [{ role: 'CRIP' }] }),
      rosa.did(90 * DAY, 'protection', 'crip_evaluation', {
        values: { child_met: 'yes' },
        by: [{ role: 'CRIP' }],
      }),
      rosa.did(80 * DAY, 'protection', 'feedback_crip', {
        values: {},
        by: [{ role: 'CRIP' }],
        evidence: { answer_received: { reference: 'Réponse fictive' } },
      }),
      rosa.opened(80 * DAY, 'follow-up-quarter'),
      rosa.opened(80 * DAY - 1, 'follow-up'),
      rosa.did(55 * DAY, 'follow-up-quarter', 'month_1', seenAlone('month-1')),
      rosa.did(30 * DAY, 'follow-up-quarter', 'month_2', seenAlone('month-2')),
      rosa.did(8 * DAY, 'follow-up-quarter', 'month_3', seenAlone('month-3')),
      rosa.did(6 * DAY, 'follow-up', 'stage', {
        values: { next_stage: 'ending', missing: 'no', advice_wanted: 'no' },
      }),
      rosa.did(3 * DAY, 'follow-up', 'closure_checklist', {
        values: {
          stable_since: dayOf(125),
          checked_on: dayOf(3),
          child_says_stable: 'yes',
          stable_sources: ['school', 'carer'],
          closure_checks: {
            siblings: 'yes',
            door: 'yes',
            goals: 'yes',
            proceedings: 'yes',
            child_view: 'yes',
            rights: 'yes',
            remedies: 'yes',
          },
        },
      }),
      rosa.did(7, 'follow-up', 'closure', {
        values: {
          follow_up_state: 'closed',
          closure_ground: 'goals_met',
          missing: 'no',
          return_raised: 'no',
        },
        bestInterests: 'Elle va bien, elle sait revenir.',
        childView: { said: '« Je sais où vous trouver. »' },
        note: 'Objectifs atteints, vérifiés avec elle, son école et son médecin.',
      }),
    ],
  };
};
