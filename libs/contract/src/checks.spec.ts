import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import * as v from 'valibot';
import { describedSchemas } from './testing/document';
import { mutatedBodies } from './testing/mutated-bodies';
import { sampleBody, type Schemas } from './testing/sample-body';

/** Other validator, same description: what it refuses of a body with one change is what a check has to refuse. */
describe('checks of answers', () => {
  let schemas: Schemas;
  let checks: ReadonlyMap<string, v.GenericSchema>;
  let described: (name: string) => ValidateFunction;
  beforeAll(async () => {
    schemas = describedSchemas();
    checks = await allChecks();
    described = validatorOf(schemas);
  });

  it('take every body that the description allows, with every field and choice, and with fields that came later', () => {
    const refused = [...checks].flatMap(([name, check]) =>
      bodiesOf(name)
        .filter((body) => !v.is(check, body) || !v.is(check, { ...body, later: 1 }))
        .map(() => name),
    );
    expect(refused).toEqual([]);
    expect(checks.size).toBeGreaterThan(200);
  });

  it('refuse each field that is missing or something else, nested ones too', () => {
    const wrong: string[] = [];
    let refused = 0;
    for (const [name, check] of checks) {
      const fits = described(name);
      for (const body of bodiesOf(name))
        for (const mutation of mutatedBodies(body)) {
          const expected = fits(mutation.body);
          if (!expected) refused++;
          if (v.is(check, mutation.body) !== expected)
            wrong.push(`${name}${mutation.where} is ${expected ? 'refused' : 'taken'}`);
        }
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(refused).toBeGreaterThan(100_000);
  });

  const bodiesOf = (name: string): readonly object[] =>
    [0, 1, 2, 3, 4]
      .map((choice) => sampleBody(schemas[`${name}Dto`] ?? {}, schemas, choice) as object)
      .filter((body, place, all) => all.findIndex((it) => isDeepStrictEqual(it, body)) === place);
});

/** By name of what is answered. */
async function allChecks(): Promise<ReadonlyMap<string, v.GenericSchema>> {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.gen.ts') && file !== 'types.gen.ts',
  );
  const modules = await Promise.all(
    files.map((file) => import(join(__dirname, file)) as Promise<Readonly<Record<string, v.GenericSchema>>>),
  );
  return new Map(
    modules.flatMap((it) =>
      Object.entries(it)
        .filter(([name]) => /^v[A-Z]/.test(name))
        .map(([name, check]) => [name.slice(1), check] as const),
    ),
  );
}

function validatorOf(schemas: Schemas): (name: string) => ValidateFunction {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'interface', components: { schemas: withoutLimits(schemas) } });
  return (name) => ajv.compile({ $ref: `interface#/components/schemas/${name}Dto` });
}

/** Lengths, ranges and patterns bind what is sent; of objects that may have more fields, one can be two of a choice. */
function withoutLimits(schemas: Schemas): Schemas {
  const text = JSON.stringify(schemas).replaceAll('"oneOf":', '"anyOf":');
  return JSON.parse(text, (key, value: unknown) =>
    /^(min|max)(Length|Items|imum)$|^pattern$/.test(key) && typeof value !== 'object' ? undefined : value,
  ) as Schemas;
}
