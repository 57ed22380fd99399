import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { SERVICE_NEEDS, type ServiceNeed } from '../profile/service-needs';
import { SERVED_SEXES, type ServiceProfile } from '../profile/service-profile';
import { SERVICE_TRAITS } from '../profile/service-traits';
import type { AskedService } from './asked-service';
import { rankServices } from './rank-services';
import type { WeighedService } from './weigh-service';

type Pair = readonly [number, number] | null;
interface Told extends Partial<Omit<ServiceProfile, 'ages' | 'places'>> {
  readonly borders?: number;
  readonly isOpen?: boolean;
  readonly ages?: Pair;
  readonly free?: number;
  readonly freeAt?: string;
  readonly isPlaceTaken?: boolean;
}
interface Example {
  readonly title: string;
  readonly asked: Omit<AskedService, 'ages' | 'at'> & { readonly ages: Pair; readonly at: string };
  readonly services: Readonly<Record<string, Told>>;
  readonly order: Readonly<Record<string, string>>;
  readonly why?: Readonly<Record<string, readonly string[]>>;
  readonly asks?: Readonly<Record<string, readonly string[]>>;
  readonly lostToAge?: readonly string[];
}

const pair = (ages: Pair | undefined) => (ages ? { from: ages[0], to: ages[1] } : null);
const serviceOf = ([id, told]: readonly [string, Told]): WeighedService => {
  const { borders, isOpen, ages, free, freeAt, isPlaceTaken = false, ...profile } = told;
  return {
    ...{ id, borders: borders ?? null, isOpen: isOpen ?? null, isPlaceTaken },
    profile: {
      ...{ kind: 'young-shelter', territories: ['93'], needs: null, sexes: null, languages: null },
      ...{ traits: {}, waitingDays: null, ...profile, ages: pair(ages) },
      places: free === undefined ? null : { free, at: freeAt ?? '' },
    },
  };
};

const folder = join(__dirname, '../../examples');
const examples = readdirSync(folder).flatMap(
  (file) => parse(readFileSync(join(folder, file), 'utf8')) as Example[],
);

describe('worked examples', () => {
  it.each(examples.map((it) => [it.title, it] as const))('%s', (_title, example) => {
    const asked = { ...example.asked, ages: pair(example.asked.ages), at: Date.parse(example.asked.at) };
    const ranked = rankServices(Object.entries(example.services).map(serviceOf), asked);
    expect(ranked.map(({ id, standing }) => [id, standing])).toEqual(
      Object.entries(example.order).map(([id, standing]) => [id, String(standing)]),
    );
    const deciding = (id: string, verdict: string) =>
      ranked
        .find((it) => it.id === id)
        ?.criteria.filter((it) => it.decides && it.verdict === verdict)
        .map(({ of }) => of);
    for (const [id, of] of Object.entries(example.why ?? {})) expect(deciding(id, 'no')).toEqual(of);
    for (const [id, of] of Object.entries(example.asks ?? {})) expect(deciding(id, 'ask')).toEqual(of);
    expect(ranked.filter(({ lostToAge }) => lostToAge).map(({ id }) => id)).toEqual(example.lostToAge ?? []);
  });
});

const age = fc.integer({ min: 0, max: 17 });
const ages = fc.tuple(age, age).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const maybe = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: null });
const asked: fc.Arbitrary<AskedService> = fc.record({
  need: fc.constantFrom(...SERVICE_NEEDS),
  ages: maybe(ages),
  sex: maybe(fc.constantFrom(...SERVED_SEXES)),
  languages: fc.subarray(['fr', 'ps', 'en']),
  at: fc.integer({ min: 0, max: 10 }).map((hours) => Date.parse('2026-12-01T12:00:00Z') + hours * 3_600_000),
});
const profile: fc.Arbitrary<ServiceProfile> = fc.record({
  kind: fc.constantFrom('young-shelter' as const, 'remote-shelter' as const),
  territories: fc.constantFrom(['93'], []),
  needs: maybe(fc.subarray<ServiceNeed>([...SERVICE_NEEDS])),
  ages: maybe(ages),
  sexes: maybe(fc.subarray([...SERVED_SEXES])),
  languages: maybe(fc.subarray(['fr', 'ps', 'en'])),
  traits: fc.dictionary(fc.constantFrom(...SERVICE_TRAITS), fc.boolean()),
  places: maybe(fc.record({ free: fc.integer({ min: 0, max: 2 }), at: fc.constant('2026-12-01T12:00:00Z') })),
  waitingDays: maybe(fc.integer({ min: 0, max: 90 })),
});
const services = fc
  .array(
    fc.record({
      ...{ profile, isOpen: maybe(fc.boolean()), isPlaceTaken: fc.boolean() },
      borders: maybe(fc.integer({ min: 0, max: 9 })),
    }),
    {
      maxLength: 8,
    },
  )
  .map((all) => all.map((it, at) => ({ ...it, id: String(at) })));

describe('whatever is asked', () => {
  it('what is forgotten of a service shuts it out no more than before, and what is not known of it is never a no', () => {
    fc.assert(
      fc.property(services, asked, fc.constantFrom('needs', 'ages', 'sexes', 'places'), (all, it, part) => {
        const before = new Map(rankServices(all, it).map(({ id, standing }) => [id, standing]));
        const forgotten = all.map((one) => ({ ...one, profile: { ...one.profile, [part]: null } }));
        for (const { id, standing } of rankServices(forgotten, it))
          if (standing === 'no') expect(before.get(id)).toBe('no');
        const nothing = all.map(({ id }) => ({
          ...{ id, isOpen: null, borders: null, isPlaceTaken: false },
          profile: serviceOf([id, {}]).profile,
        }));
        for (const { standing } of rankServices(nothing, it)) expect(standing).toBe('ask');
      }),
    );
  });

  it('what is not known of the child shuts nobody out more', () => {
    fc.assert(
      fc.property(services, asked, (all, it) => {
        const before = new Map(rankServices(all, it).map(({ id, standing }) => [id, standing]));
        for (const { id, standing } of rankServices(all, { ...it, ages: null, sex: null }))
          if (standing === 'no') expect(before.get(id)).toBe('no');
      }),
    );
  });

  it('the order is one, whatever the order of what comes in, and nobody who can is after who can’t', () => {
    fc.assert(
      fc.property(services, asked, (all, it) => {
        const order = rankServices(all, it).map(({ id }) => id);
        expect(rankServices(all.toReversed(), it).map(({ id }) => id)).toEqual(order);
        const standings = rankServices(all, it).map(({ standing }) =>
          ['fits', 'ask', 'no'].indexOf(standing),
        );
        expect(standings).toEqual(standings.toSorted());
      }),
    );
  });

  it('a service for every minor takes a child of seventeen as one of fifteen (G05)', () => {
    fc.assert(
      fc.property(services, asked, (all, it) => {
        const open = all.map((one) => ({ ...one, profile: { ...one.profile, ages: { from: 0, to: 17 } } }));
        const at = (years: number) => rankServices(open, { ...it, ages: { from: years, to: years } });
        expect(at(17).map(({ id, standing }) => [id, standing])).toEqual(
          at(15).map(({ id, standing }) => [id, standing]),
        );
      }),
    );
  });
});
