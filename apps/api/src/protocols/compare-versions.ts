/** Below 0 when the first semantic version is the earlier one, above when it is the later. What stands after `+` counts last. */
export function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
