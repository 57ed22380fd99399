import type { OpenAPIObject } from '@nestjs/swagger';
import { NEEDS_EXTENSION } from '../../routes/route';
import type { RouteNeeds } from '../../routes/route-needs';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
type Described = Readonly<Record<typeof NEEDS_EXTENSION, RouteNeeds>>;
type Parameter = Extract<NonNullable<Operation['parameters']>[number], { readonly in: string }>;

/** As much of JSON Schema as the description of the interface uses. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

/** A route as `/api/openapi.json` tells of it: what an attack needs to ask it anything. */
export interface DescribedRoute {
  /** `POST /api/case-files/{id}/notes`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** What its address names, from left to right, each by the address that leads to it: `/missions/{id}/bundles/{bundleId}`. */
  readonly named: readonly string[];
  readonly query: readonly { readonly name: string; readonly schema: Schema }[];
  readonly body: Schema | null;
  /** The right that it needs. */
  readonly needs: RouteNeeds;
  readonly isOpen: boolean;
}

/** Every route of the description. */
export const describedRoutes = ({ paths }: OpenAPIObject): readonly DescribedRoute[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [routeOf(method.toUpperCase(), path, operation)] : [];
    }),
  );

const API = '/api';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

function routeOf(method: string, path: string, operation: Operation): DescribedRoute {
  const { parameters = [], requestBody, security = [] } = operation;
  const content =
    requestBody && 'content' in requestBody ? requestBody.content['application/json'] : undefined;
  return {
    name: `${method} ${path}`,
    method,
    path,
    named: [...path.matchAll(/\{\w+\}/g)].map(({ 0: place, index }) =>
      path.slice(API.length, index + place.length),
    ),
    query: parameters
      .filter((it): it is Parameter => 'in' in it && it.in === 'query')
      .map(({ name, schema }) => ({ name, schema: (schema ?? {}) as Schema })),
    body: (content?.schema as Schema | undefined) ?? null,
    needs: (operation as unknown as Described)[NEEDS_EXTENSION],
    isOpen: security.length === 0,
  };
}

/**
 * A file is given to who sees every class of it, an appointment to who may know where the child comes; to others they are refused or not
 * there: their own access specs try who.
 */
export const isWholeOrNothing = ({ path }: DescribedRoute): boolean =>
  ['/letters/{letterId}/pdf', '/documents/{documentId}/file', '/appointments/{appointmentId}'].some((it) =>
    path.endsWith(it),
  );
