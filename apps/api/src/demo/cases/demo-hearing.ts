import type { DayOf, DemoChild, DemoActs } from './demo-act';
import { protectedSince } from './demo-protection';

const DAY = 24;

/**
 * Followed since before 1.0.0, and heard twice already; the police ask again and give no reason. Nobody is beside her yet, and she does not want to be
 * filmed: asking for that waits for a second person.
 */
export const plume = (camille: DemoActs, sacha: DemoActs, dayOf: DayOf): DemoChild => {
  const hearing = (hoursAgo: number, step: string, input: Parameters<DemoActs['did']>[3]) =>
    camille.did(hoursAgo, 'hearing', step, input);
  const earlier = (id: string, heldOn: string) => ({
    values: {},
    row: { id, values: { act_kind: 'hearing', held_on: heldOn, held_by: 'police' } },
  });
  return {
    child: { calledName: 'Plume', birth: '2010-03', gender: 'girl', alsoKnownAs: ['Duvet'] },
    urgentDangerSeen: 'yes',
    openedBy: 'camille',
    hoursAgo: 41 * DAY,
    acts: [
      ...protectedSince(camille, 41 * DAY, { supervisor: sacha, dayOf, to: 'prosecutor' }),
      camille.did(36 * DAY, 'protection', 'prosecutor_answer', { values: {}, by: [{ role: 'PROC' }] }),
      camille.learnt(7 * DAY, { hearing_planned: 'yes' }, 'Le commissariat annonce une nouvelle audition.'),
      camille.opened(7 * DAY - 0.1, 'hearing'),
      hearing(7 * DAY - 0.2, 'safety_plan', {
        values: { safe_place: 'yes', safety_plan: { sleeps: 'yes', way_out: 'yes', code_word: 'yes' } },
      }),
      hearing(6 * DAY, 'earlier', earlier('heard-1', dayOf(70))),
      hearing(6 * DAY - 0.1, 'earlier', earlier('heard-2', dayOf(40))),
      hearing(6 * DAY - 0.2, 'earlier', { values: {}, closes: true }),
      hearing(5 * DAY, 'need', {
        values: {
          act: 'hearing',
          heard_by: 'police',
          planned_on: dayOf(-3),
          why_heard: 'none_given',
          need: { what_exists: 'no', once_for_all: { answer: 'unknown' }, lawyer_knows: 'yes' },
          heard_as_author: 'no',
        },
      }),
      hearing(4 * DAY, 'place', {
        values: { place: 'ordinary', no_room_reason: 'no_slot' },
        evidence: { request: { reference: 'Demande fictive à l’UAPED' } },
      }),
      hearing(4 * DAY - 0.1, 'no_room', {
        values: {},
        row: {
          id: 'no-room-1',
          values: {
            service: 'other',
            shortage: 'no_place',
            since: dayOf(4),
            need_note: 'Salle équipée, trois semaines.',
          },
        },
      }),
      hearing(3 * DAY, 'interviewer', {
        values: {
          interviewer: 'Gradée fictive',
          interviewer_trained: { answer: 'unknown' },
          lawyer: 'named',
          interests_conflict: 'no',
        },
      }),
      hearing(3 * DAY - 0.1, 'third_person', {
        values: { third_wanted: 'professional', third_named: 'being_asked' },
      }),
      hearing(2 * DAY, 'child_told', {
        values: {
          told: { who: 'yes', why: 'yes', recorded: 'yes', pauses: 'yes', dont_know: 'yes' },
          says_back: 'yes',
          child_wish: 'does_not_want',
        },
      }),
      hearing(5, 'recording_request', {
        values: { recording_asked: 'not_recorded' },
        reasons: ['voice_feared'],
        bestInterests: 'Ne pas revivre une caméra ; être crue quand même.',
        childView: { said: '« Pas encore une vidéo. »' },
        evidence: { request: { reference: 'Lettre fictive au magistrat' } },
      }),
    ],
  };
};
