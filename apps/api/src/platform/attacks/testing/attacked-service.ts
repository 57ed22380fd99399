import { randomUUID } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Answer, TestClient } from '../../../testing/accounts/test-client';
import type { TestService } from '../../../testing/test-service';
import { Bodies, type Chosen } from './body-of';
import { type DescribedRoute, describedRoutes } from './described-route';

/** What addresses name: `/case-files/{id}/people/{personId}` → an id. */
export type Names = Readonly<Record<string, string>>;

export interface Asked {
  readonly names?: Names;
  readonly body?: unknown;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A running service with its own description of itself: asks any route of it. */
export class AttackedService {
  readonly routes: readonly DescribedRoute[];
  readonly bodies: Bodies;

  private constructor(
    readonly service: TestService,
    document: OpenAPIObject,
  ) {
    this.routes = describedRoutes(document);
    this.bodies = new Bodies(document);
  }

  static async attackService(service: TestService): Promise<AttackedService> {
    return new AttackedService(service, (await service.client().get<OpenAPIObject>('/openapi.json')).body);
  }

  /** The smallest body that the route takes. */
  bodyOf({ body }: DescribedRoute, chosen: Chosen = {}): unknown {
    return body === null ? undefined : this.bodies.sample(body, chosen);
  }

  /** Asks a route as this client would, with whatever headers it needs. What an address names and nobody says is missing. */
  askRoute<T = unknown>(
    client: TestClient,
    route: DescribedRoute,
    { names = {}, body = this.bodyOf(route), query = '', headers = {} }: Asked = {},
  ): Promise<Answer<T>> {
    const written: Readonly<Record<string, string>> =
      route.method === 'GET' ? {} : { 'Idempotency-Key': randomUUID(), 'If-Match': '"1"' };
    return client.sendRequest<T>(route.method, addressOf(route, names) + query, body, {
      ...written,
      ...headers,
    });
  }
}

/** The address after `/api`. */
export const addressOf = ({ path, named }: DescribedRoute, names: Names): string =>
  named.reduce(
    (address, place) => address.replace(/\{\w+\}/, names[place] ?? missing(place)),
    path.replace(/^\/api/, ''),
  );

/** What no one has: an id, or a word. */
const missing = (place: string): string => (WORD.test(place) ? 'nothing' : randomUUID());
const WORD = /\{(step|figure|provider|rule|relation|look|name|version)\}$/;

/** What a reader can tell an answer by: all but what differs each time. */
export const tellable = ({ status, headers, body }: Answer): unknown => ({
  status,
  headers: Object.fromEntries(
    [...headers].filter(([name]) => !/^(date|x-correlation-id|keep-alive|connection)$/.test(name)),
  ),
  body:
    typeof body === 'object' && body !== null ? { ...body, correlation: undefined, now: undefined } : body,
});
