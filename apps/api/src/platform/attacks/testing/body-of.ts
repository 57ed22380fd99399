import { randomUUID } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Schema } from './described-route';

/** A field of a body: where it stands (`plan.teamIds.0`), what is said of it, under what name of a schema. */
export interface BodyField {
  readonly at: string;
  /** `MissionPlanDto.teamIds`; inside a list, the list's. */
  readonly name: string;
  readonly schema: Schema;
}

/** What to put in place of the sample, by `Schema.property`; `undefined` leaves an optional field out. */
export type Chosen = Readonly<Record<string, unknown>>;

/** Makes bodies from the schemas of the description. */
export class Bodies {
  constructor(private readonly document: OpenAPIObject) {}

  /** The schema with its references and parts put in, and its name. */
  readSchema(schema: Schema): { readonly schema: Schema; readonly name: string } {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.split('/').at(-1) ?? '';
      return { schema: (this.document.components?.schemas?.[name] ?? {}) as Schema, name };
    }
    const [part] = schema.allOf ?? [];
    return part ? this.readSchema(part) : { schema, name: '' };
  }

  /** A body that its schema allows, with every field, or only with those that it needs. */
  sample(of: Schema, chosen: Chosen = {}, isFull = false, field = ''): unknown {
    const { schema, name } = this.readSchema(of);
    if (field in chosen && !schema.properties) return chosen[field];
    if (schema.properties) {
      const { properties, required = [] } = schema;
      const entries = Object.entries(properties)
        .filter(([key]) => isFull || required.includes(key) || `${name}.${key}` in chosen)
        .map(([key, value]) => [key, this.sample(value, chosen, isFull, `${name}.${key}`)]);
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    }
    if (schema.enum) return schema.enum[0];
    if (schema.example !== undefined) return schema.example;
    switch (schema.type) {
      case 'array':
        return Array.from({ length: schema.minItems ?? (isFull ? 1 : 0) }, () =>
          this.sample(schema.items ?? {}, chosen, isFull, field),
        );
      case 'object':
        return {};
      case 'boolean':
        return false;
      case 'number':
      case 'integer':
        return schema.minimum ?? 1;
      case undefined:
      default:
        return textOf(schema);
    }
  }

  /** Every field, however deep; lists stand with their first item. */
  fields(of: Schema, at = '', field = ''): readonly BodyField[] {
    const { schema, name } = this.readSchema(of);
    const own = at === '' ? [] : [{ at, name: field, schema }];
    const deeper = (part: Schema, key: string, called: string): readonly BodyField[] =>
      this.fields(part, at === '' ? key : `${at}.${key}`, called);
    if (schema.properties)
      return [
        ...own,
        ...Object.entries(schema.properties).flatMap(([key, part]) => deeper(part, key, `${name}.${key}`)),
      ];
    return schema.items ? [...own, ...deeper(schema.items, '0', field)] : own;
  }
}

function textOf({ format, minLength = 1 }: Schema): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date') return '2026-03-12';
  if (format === 'date-time') return '2026-03-12T10:00:00Z';
  return 'abcdefghij'.repeat(20).slice(0, Math.max(minLength, 3));
}

/** The same body with another value at this place; what stands above is made when it isn't there. */
export function withValueAt(body: unknown, at: string, value: unknown): unknown {
  const [key = '', ...rest] = at.split('.');
  const inner = rest.length === 0 ? value : withValueAt(partOf(body, key), rest.join('.'), value);
  if (key === '0') return [inner];
  const fields = typeof body === 'object' && body !== null ? { ...body } : {};
  return { ...fields, [key]: inner };
}

const partOf = (body: unknown, key: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined;
