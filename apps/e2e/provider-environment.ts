/** Where the provider of the journey listens; another host than Repère's, so that it is another site. */
export const PROVIDER_PORT = Number(process.env['REPERE_JOURNEYS_PROVIDER_PORT'] ?? '4398');
export const PROVIDER_ISSUER = `http://127.0.0.1:${String(PROVIDER_PORT)}`;
export const PROVIDER_SECRET = 'known to both in the journey';

/** How Repère knows that provider. It is asked nothing before somebody goes there. */
export const providerEnvironment = {
  REPERE_PROVIDERS: 'departement',
  REPERE_PROVIDER_DEPARTEMENT_ISSUER: PROVIDER_ISSUER,
  REPERE_PROVIDER_DEPARTEMENT_CLIENT_ID: 'repere',
  REPERE_PROVIDER_DEPARTEMENT_CLIENT_SECRET: PROVIDER_SECRET,
  REPERE_PROVIDER_DEPARTEMENT_LABEL_FR: 'le compte du département',
  REPERE_PROVIDER_DEPARTEMENT_LABEL_EN: 'the account of the département',
};
