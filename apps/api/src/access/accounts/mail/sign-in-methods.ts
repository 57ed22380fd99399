import { Inject, Injectable } from '@nestjs/common';
import type { Words } from '@repere/cases';
import type { Configuration } from '../../../platform/settings/configuration';
import { CONFIGURATION } from '../../../platform/tokens';
import { AccountMailQuery } from './account-mail.query';

/** How an account comes in that has no password. In a unit of work of the system: an account sees its own alone. */
@Injectable()
export class SignInMethods {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly query: AccountMailQuery,
  ) {}

  /** As the sign-in page calls them; none for whoever was never in, or by a provider that is no more. */
  async listMethods(accountId: string): Promise<readonly Words[]> {
    const row = await this.query.waysIn(accountId);
    const { issuers = [], hasPasskey = false } = row ?? {};
    const providers = this.configuration.providers.filter(({ issuer }) => issuers.includes(issuer.href));
    return [...providers.map(({ label }) => byProvider(label)), ...(hasPasskey ? [BY_PASSKEY] : [])];
  }
}

const byProvider = ({ fr, en }: Words): Words => ({
  fr: `« Continuer avec ${fr} »`,
  en: `“Continue with ${en}”`,
});

const BY_PASSKEY: Words = { fr: '« Entrer avec une clé d’accès »', en: '“Sign in with a passkey”' };
