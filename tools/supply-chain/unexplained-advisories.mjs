/** Advisories that can't reach Repère, by id, each with why; docs/security.md says it in sentences. */
export const EXPLAINED = {};

/** What npm's report tells of packages and no sentence explains: name, severity, title, address. */
export function unexplainedAdvisories(vulnerabilities, explained = EXPLAINED) {
  const advisories = Object.values(vulnerabilities).flatMap(({ via }) =>
    via.filter((it) => typeof it === 'object'),
  );
  const known = new Map(advisories.map((it) => [it.url, it]));
  return [...known.values()].filter(({ url }) => !(url.split('/').at(-1) in explained));
}
