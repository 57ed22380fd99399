import { isoDay, localDay } from '@repere/feel';
import { demoChildren } from './demo-children';

const HOUR = 3_600_000;
const MIDNIGHT = Date.parse('2026-03-10T23:00:00Z');
/** Days that may be to come when they are written down. */
const TO_COME = ['prevention_review_on', 'planned_on'];

describe('the demo', () => {
  it.each([0.1, 1, 3, 6, 12, 23.9])(
    'tells of no day before it has come, %d hours after midnight',
    (hours) => {
      const now = MIDNIGHT + hours * HOUR;
      const dayAt = (hoursAgo: number): string => isoDay(localDay(now - hoursAgo * HOUR, 'Europe/Paris'));
      const early = demoChildren((daysAgo) => dayAt(daysAgo * 24)).flatMap(({ child, acts }) =>
        acts.flatMap((act) =>
          [...JSON.stringify(act).matchAll(/"(\w+)":"(\d{4}-\d{2}-\d{2})"/g)]
            .filter(([, field = '', day = '']) => !TO_COME.includes(field) && day > dayAt(act.hoursAgo))
            .map(([, field]) => `${child.calledName}: ${field}`),
        ),
      );
      expect(early).toEqual([]);
    },
  );
});
