import type { CaseFile, StepInput } from '@repere/contract';
import type { ApiClient } from '../api-client';

const UNKNOWN = { answer: 'unknown' } as const;

/** Year in which somebody of about 16 was born. */
export const BORN = new Date().getFullYear() - 16;

/** First answers that several journeys stand on. */
export const intake = (exposure: 'yes' | 'no'): StepInput => ({
  values: { urgent_danger_seen: 'no', missing: 'no', exposure },
});

export const signsSeen: StepInput = {
  values: {
    vulnerabilities: { runaway: 'yes', street: 'no' },
    warning_signs: { phones: 'yes', money: UNKNOWN },
    trafficking_signs: { debt: 'yes', papers_held: UNKNOWN },
    trained: 'yes',
  },
};

export const dangerIs = (danger: 'danger' | 'risk'): StepInput => ({
  values: { danger, crime_facts: 'no' },
  reasons: ['exploiter_near'],
  bestInterests: 'Ne plus être seul·e le soir.',
  childView: { said: '« Je veux rester au foyer. »' },
});

/** A case whose protection is open, with nowhere to sleep. */
export async function nowhereToSleep(client: ApiClient, imposed: 'yes' | 'no'): Promise<CaseFile> {
  const { id } = await client.openCaseFile({ child: { birth: String(BORN) }, urgentDangerSeen: 'yes' });
  await client.complete(id, 'protection', 'danger', dangerIs('danger'));
  await client.complete(id, 'protection', 'safety_plan', {
    values: { safe_place: 'no', place_imposed: imposed },
  });
  return client.readCaseFile(id);
}
