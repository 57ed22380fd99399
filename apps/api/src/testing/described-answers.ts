import type { OpenAPIObject } from '@nestjs/swagger';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';

type Schema = Readonly<Record<string, unknown>>;

interface DescribedRoute {
  /** `GET /api/case-files/{id}`. */
  readonly name: string;
  readonly path: RegExp;
  /** By status. */
  readonly schemas: Schema;
}

/** What the description of the interface says of answers that are JSON: every field that there is, and no other. */
export class DescribedAnswers {
  private readonly ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  private readonly routes: readonly {
    readonly name: string;
    readonly path: RegExp;
    readonly schemas: Schema;
  }[];
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor({ paths, components }: OpenAPIObject) {
    const schemas = Object.entries(components?.schemas ?? {}).map(([name, schema]) => [
      name,
      closed(schema as Schema),
    ]);
    this.ajv.addSchema({ $id: 'interface', components: { schemas: Object.fromEntries(schemas) as Schema } });
    this.routes = Object.entries(paths)
      // What is written out comes before what has a name in its place.
      .sort(([one], [other]) => one.split('{').length - other.split('{').length)
      .flatMap(([path, operations]) =>
        Object.entries(operations as Schema).map(([verb, operation]) => ({
          name: `${verb.toUpperCase()} ${path}`,
          path: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
          schemas: (operation as { readonly responses: Schema }).responses,
        })),
      );
  }

  answersJson(method: string, path: string, status: number): boolean {
    const route = this.findRoute(method, path);
    return !!route && this.compile(route, String(status)) !== null;
  }

  /** What is wrong with an answer; nothing where the route is not described, or does not answer JSON. */
  faultsOf(method: string, path: string, status: number, body: unknown): readonly string[] {
    const route = this.findRoute(method, path);
    const fits = route && this.compile(route, String(status));
    if (!fits || fits(body)) return [];
    return (fits.errors ?? []).map(
      (it) => `${route.name} ${it.instancePath}: ${it.message ?? ''} ${JSON.stringify(it.params)}`,
    );
  }

  private findRoute(method: string, path: string): DescribedRoute | undefined {
    return this.routes.find((it) => it.name.startsWith(`${method} `) && it.path.test(path));
  }

  private compile({ name, schemas }: DescribedRoute, status: string): ValidateFunction | null {
    const key = `${name} ${status}`;
    const there = this.compiled.get(key);
    if (there) return there;
    const { content } = (schemas[status] ?? {}) as { readonly content?: Schema };
    const { schema } = (content?.['application/json'] ?? content?.['application/problem+json'] ?? {}) as {
      readonly schema?: Schema;
    };
    // A file is JSON of its own.
    if (!schema || schema['format'] === 'binary') return null;
    const text = JSON.stringify(schema).replaceAll('#/components', 'interface#/components');
    const compiled = this.ajv.compile(JSON.parse(text) as Schema);
    this.compiled.set(key, compiled);
    return compiled;
  }
}

/** A field that nobody described is a mistake as well. */
const closed = (schema: Schema): Schema =>
  schema['properties'] && !('additionalProperties' in schema)
    ? { ...schema, additionalProperties: false }
    : schema;
