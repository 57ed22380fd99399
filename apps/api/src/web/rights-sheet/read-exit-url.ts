/** The weather, unless said: what anybody may look at, and nobody asks about. */
const WEATHER = 'https://meteofrance.com/';

/**
 * The neutral site that a page shown to a child leaves for: `REPERE_EXIT_URL`, by TLS, so that nobody on the same network reads
 * where to. What is wrong with it goes into `missing`.
 */
export function readExitUrl(env: NodeJS.ProcessEnv, missing: string[]): string {
  const url = URL.parse(env['REPERE_EXIT_URL'] || WEATHER);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost');
  if (url && isSafe && !url.username && !url.password) return url.href;
  missing.push('REPERE_EXIT_URL: address of a neutral site, https://weather.example');
  return WEATHER;
}
