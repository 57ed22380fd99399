import { territoryName } from '@repere/territories';

/** The name of the département whose local rules are in a version, `1.1.0+93`; `null` for a version of all of them. */
export function territoryOfVersion(version: string): string | null {
  const [, local] = version.split('+');
  return local === undefined ? null : territoryName(local.split('.')[0] ?? local);
}
