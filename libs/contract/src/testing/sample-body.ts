import type { Schema } from './document';

export type Schemas = Readonly<Record<string, Schema>>;

/** A body that fits a schema, with every field; of each choice it takes this one, or the last. */
export function sampleBody(schema: Schema, schemas: Schemas, choice: number): unknown {
  const sample = (part: Schema): unknown => sampleBody(part, schemas, choice);
  const choices = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (schema.$ref) return sample(schemaOf(schema.$ref, schemas));
  if (choices) return sample(at(choices, choice));
  if (schema.enum) return at(schema.enum, choice);
  const type = at([schema.type ?? []].flat(), choice);
  switch (type) {
    case 'object':
      return sampleObject(schema, sample);
    case 'array':
      return [sample(schema.items ?? {})];
    case 'string':
      return 'a text';
    case 'number':
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      throw new Error(`What is ${JSON.stringify(schema)}?`);
  }
}

function sampleObject(
  { properties = {}, additionalProperties }: Schema,
  sample: (part: Schema) => unknown,
): unknown {
  const fields = Object.entries(properties).map(([name, part]) => [name, sample(part)]);
  const values = typeof additionalProperties === 'object' ? [['some key', sample(additionalProperties)]] : [];
  return Object.fromEntries([...fields, ...values]) as unknown;
}

export function schemaOf(reference: string, schemas: Schemas): Schema {
  const found = schemas[reference.slice('#/components/schemas/'.length)];
  if (!found) throw new Error(`There is no ${reference}`);
  return found;
}

function at<T>(list: readonly T[], place: number): T {
  const found = list[Math.min(place, list.length - 1)];
  if (found === undefined) throw new Error('Nothing to choose from');
  return found;
}
