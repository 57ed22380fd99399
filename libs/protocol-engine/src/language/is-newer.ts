/** Whether a version number is higher than another: `1.10.0` than `1.9.0`. What follows a `+` is a territory's and doesn't count. */
export function isNewer(version: string, than: string): boolean {
  const [these, those] = [version, than].map((it) => (it.split('+')[0] ?? it).split('.').map(Number));
  for (const [place, number] of (these ?? []).entries()) {
    const other = those?.[place] ?? 0;
    if (number !== other) return number > other;
  }
  return false;
}
