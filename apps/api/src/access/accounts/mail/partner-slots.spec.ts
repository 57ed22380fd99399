import * as fc from 'fast-check';
import { nextPartnerSlot } from './partner-slots';

describe('when a mail to a partner leaves', () => {
  it.each([
    ['2026-11-30T07:59:00Z', 'Europe/Paris', '2026-11-30T08:00:00.000Z'],
    ['2026-11-30T08:00:00Z', 'Europe/Paris', '2026-11-30T12:00:00.000Z'],
    ['2026-11-30T22:10:00Z', 'Europe/Paris', '2026-12-01T08:00:00.000Z'],
    // By the clock on the wall, on the days when it changes as well.
    ['2026-03-29T00:30:00Z', 'Europe/Paris', '2026-03-29T07:00:00.000Z'],
    ['2026-10-25T00:30:00Z', 'Europe/Paris', '2026-10-25T08:00:00.000Z'],
    ['2026-11-30T22:10:00Z', 'Indian/Reunion', '2026-12-01T05:00:00.000Z'],
  ])('of what happens at %s in %s is %s', (now, zone, slot) => {
    expect(nextPartnerSlot(Date.parse(now), zone).toISOString()).toBe(slot);
  });

  it('is the same for whatever happens between two of them', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (now, part) => {
          const slot = nextPartnerSlot(now, 'Europe/Paris').getTime();
          expect(slot).toBeGreaterThan(now);
          const later = now + Math.floor(part * (slot - now - 1));
          expect(nextPartnerSlot(later, 'Europe/Paris').getTime()).toBe(slot);
        },
      ),
    ));
});
