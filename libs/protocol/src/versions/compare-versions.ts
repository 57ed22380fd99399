type Parts = readonly [major: number, minor: number, patch: number];

/** Major, minor, patch of `2.0.1+93.2`; what a territory writes after `+` is not part of them. */
export function partsOf(version: string): Parts {
  const [major = 0, minor = 0, patch = 0] = baseOf(version).split('.').map(Number);
  return [major, minor, patch];
}

/** Below 0 when the first version comes before the other, above when it comes after: `1.9.0`, `1.10.0`, `1.10.0+93`, `1.10.0+93.2`. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  for (const [place, part] of a.entries()) {
    const difference = part - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  const [[here, number], [there, otherNumber]] = [localOf(one), localOf(other)];
  if (here !== there) return here < there ? -1 : 1;
  return number - otherNumber;
}

/** Whether a version number is higher than another, whatever territories made of them. */
export const isNewer = (version: string, than: string): boolean =>
  compareVersions(baseOf(version), baseOf(than)) > 0;

const baseOf = (version: string): string => version.split('+')[0] ?? version;

/** Territory and number of its overlay; none comes first. */
function localOf(version: string): readonly [territory: string, number: number] {
  const local = version.split('+')[1];
  if (local === undefined) return ['', 0];
  const [territory = '', number = '1'] = local.split('.');
  return [territory, Number(number)];
}
