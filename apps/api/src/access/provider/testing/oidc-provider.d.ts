/** The part of oidc-provider that our tests stand on; it ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface InteractionContext {
    readonly oidc: {
      readonly session: { readonly accountId?: string } | undefined;
      readonly client: { readonly clientId: string } | undefined;
      readonly params: Readonly<Record<string, string | undefined>>;
    };
  }

  export class Grant {
    constructor(about: { readonly accountId: string | undefined; readonly clientId: string | undefined });
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: typeof Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: { readonly mergeWithLastSubmission: boolean },
    ): Promise<void>;
    on(event: string, listener: (...args: readonly unknown[]) => void): void;
  }
}
