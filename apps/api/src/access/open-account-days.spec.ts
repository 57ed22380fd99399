import { isAccountOpen } from '@repere/access';
import { isoDay, localDay } from '@repere/feel';
import { territories, territoryOf } from '@repere/territories';
import fc from 'fast-check';
import { TestService } from '../testing/test-service';

const HOUR = 3_600_000;
const PLACES = ['75', '974', '987', '988', '971', '975'] as const;

/** Moments around which a day begins somewhere: midnights, and nights in which France changes its clock. */
const MOMENTS = [
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-12-31T23:00:00Z',
  '2028-02-29T23:00:00Z',
].map(Date.parse);

const day = (at: number, shift: number) => isoDay(localDay(at, 'Europe/Paris') + shift);
const question = fc.record({
  place: fc.constantFrom(...PLACES),
  now: fc
    .tuple(fc.constantFrom(...MOMENTS), fc.integer({ min: -26 * 60, max: 26 * 60 }))
    .map(([at, minutes]) => at + minutes * 60_000),
  isDisabled: fc.boolean(),
  first: fc.option(fc.integer({ min: -3, max: 1 })),
  last: fc.option(fc.integer({ min: -1, max: 3 })),
});

describe('the days of an account', () => {
  let service: TestService;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    service = await TestService.start();
    for (const place of PLACES) {
      ids.set(place, (await service.hire({ roles: ['caseworker'], teams: [`In ${place}`] })).id);
      await service.asSeed(({ manager }) =>
        manager.query(`UPDATE team SET territory = $2 WHERE name = $1`, [`In ${place}`, place]),
      );
    }
  });
  afterAll(() => service.stop());

  it('are those of the place where it works, by the clock of the space: database and rule say the same', () =>
    service.asSuperuser((client) =>
      fc.assert(
        fc.asyncProperty(question, async ({ place, now, isDisabled, first, last }) => {
          const startsOn = first === null ? null : day(now, first);
          const endsOn = last === null ? null : day(now, last);
          await client.query(`SELECT set_config('app.ctx', $1, false)`, [
            JSON.stringify({ now: new Date(now).toISOString() }),
          ]);
          const { rows } = await client.query<{ is: boolean }>(
            `SELECT account_is_open(jsonb_populate_record(a, $2::jsonb)) AS is FROM account a WHERE id = $1`,
            [
              ids.get(place),
              JSON.stringify({
                disabled_at: isDisabled ? new Date(now - HOUR).toISOString() : null,
                starts_on: startsOn,
                ends_on: endsOn,
              }),
            ],
          );
          const today = isoDay(localDay(now, territoryOf(place)?.zone ?? ''));
          expect(rows).toEqual([{ is: isAccountOpen({ isDisabled, startsOn, endsOn }, today) }]);
        }),
        { numRuns: 300 },
      ),
    ));

  it('know every territory’s clock as the library does', async () => {
    const rows = await service.query<{ code: string; zone: string }>(
      `SELECT code, territory_zone(code) AS zone FROM unnest($1::text[]) AS code`,
      [territories.map(({ code }) => code)],
    );
    expect(rows).toEqual(territories.map(({ code, zone }) => ({ code, zone })));
  });
});

describe('isAccountOpen', () => {
  const days = { isDisabled: false, startsOn: '2026-03-02', endsOn: '2026-03-30' };
  it.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-30', true],
    ['2026-03-31', false],
  ])('on %s: %s', (today, is) => {
    expect(isAccountOpen(days, today)).toBe(is);
    expect(isAccountOpen({ ...days, isDisabled: true }, today)).toBe(false);
  });
});
