import { randomUUID } from 'node:crypto';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import type { TestService } from '../../../testing/test-service';
import { FROM_ELSEWHERE, type Navigated, ProviderVisitor } from './provider-visitor';
import { rowOf } from '../../../platform/data/sealed-row';
import { LedgerPayloadEntity } from '../../../platform/record/ledger-payload.entity';

/** Somebody with a browser, between Repère and a provider. */
export class Visitor {
  readonly browser = new ProviderVisitor();

  constructor(
    private readonly service: TestService,
    private readonly key: string | null = null,
  ) {}

  /** Begins to sign in; the address at the provider. */
  async beginSignIn(provider: string, body: object = {}): Promise<URL> {
    const { goTo } = await this.must<{ goTo: string }>('POST', `/provider-sign-in/${provider}`, body);
    return new URL(goTo);
  }

  /** Begins, signs in at the provider, and comes back. */
  async signIn(provider: string, body: object = {}): Promise<Navigated> {
    return this.comeBack(await this.browser.visit((await this.beginSignIn(provider, body)).href));
  }

  /** The browser follows an address of ours, from another site. */
  comeBack(
    { pathname, search }: URL,
    headers: Readonly<Record<string, string>> = FROM_ELSEWHERE,
  ): Promise<Navigated> {
    return this.browser.navigate(`${this.service.origin}${pathname}${search}`, headers);
  }

  /** As a page of ours would ask. */
  async sendRequest(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> {
    const base = `${this.service.origin}/api${this.key === null ? '' : `/s/${this.key}`}`;
    const response = await this.browser.fetch(`${base}${path}`, {
      method,
      headers: { 'X-Repere': '1', ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  /** The same, with a session that somebody else opened. */
  withToken(token: string | undefined): this {
    this.browser.setCookie(
      this.service.origin,
      `__Host-repere${this.key === null ? '' : `-${this.key}`}`,
      token ?? '',
    );
    return this;
  }

  private async must<T>(method: string, path: string, body: object): Promise<T> {
    const answer = await this.sendRequest(method, path, body);
    if (answer.status !== 200)
      throw new Error(`${path} gave ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }
}

/** Somebody hired, with a password session, whose account is linked to `sub` at the provider. */
export async function hireLinked(
  service: TestService,
  provider: { readonly key: string; person: unknown },
  sub: string,
  key: string | null = null,
): Promise<{ readonly id: string; readonly visitor: Visitor }> {
  const { id, client } = await service.signIn({ roles: ['caseworker'] }, key);
  const visitor = new Visitor(service, key).withToken(
    client.cookie(`__Host-repere${key === null ? '' : `-${key}`}`),
  );
  provider.person = { sub, acr: 'eidas2' };
  const begun = await visitor.sendRequest('POST', '/provider-links', { provider: provider.key });
  const { location } = await visitor.comeBack(
    await visitor.browser.visit((begun.body as { goTo: string }).goTo),
  );
  const { status, body } = await visitor.sendRequest('PUT', `/provider-links/${provider.key}`);
  if (status !== 200) throw new Error(`linking landed at ${location}: ${JSON.stringify(body)}`);
  return { id, visitor };
}

/** The last event of the record, with what it commits to. */
export function lastEvent(
  service: TestService,
): Promise<{ readonly type: string; readonly outcome: string; readonly fields: Record<string, unknown> }> {
  return service.asSeed(async ({ manager }) => {
    const [row]: { id: string; entry: string; content: Buffer }[] = await manager.query(
      `SELECT p.event_id AS id, e.entry, p.content FROM ledger_event e JOIN ledger_payload p ON p.event_seq = e.seq
        WHERE e.entry LIKE '%"session.%' OR e.entry LIKE '%"provider-link.%' ORDER BY e.seq DESC LIMIT 1`,
    );
    if (!row) throw new Error('nothing was recorded');
    const secrecy = service.app.get(Secrecy);
    const payload = rowOf(LedgerPayloadEntity, { eventId: row.id, content: row.content });
    const { fields } = secrecy.openColumn(await secrecy.spaceKey(), payload, 'content');
    const { type = '', outcome = '' } = JSON.parse(row.entry) as Record<string, string>;
    return { type, outcome, fields };
  });
}

/** A word that nobody has used before. */
export const someone = (): string => `person-${randomUUID()}`;
