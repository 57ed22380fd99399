/** Below 0 when the first semantic version is the earlier one, above when it is the later. What stands after `+` counts last. */
export function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** An overlay's revision stands after its territory: `1.0.0+93`, then `1.0.0+93.2`. */
export const versionWithOverlay = (base: string, territory: string, revision: number): string =>
  `${base}+${territory}${revision > 1 ? `.${String(revision)}` : ''}`;
