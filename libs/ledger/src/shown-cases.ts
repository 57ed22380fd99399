/**
 * The fields by which one event says which cases a list, a search or an export showed: `shown/000001` → the first
 * case's alias, and so on, in the order shown. Commit to them (with the query, if any) as to any payload: each case
 * has a commitment and a salt of its own, so that its file can later prove "shown to this reader then" without telling
 * which other cases were on the page. 999,999 at most; longer exports are several events.
 */
export function shownCases(aliases: readonly string[]): Readonly<Record<string, string>> {
  if (aliases.length > 999_999) throw new RangeError('More cases than one event can name');
  return Object.fromEntries(
    aliases.map((alias, index) => [`shown/${String(index + 1).padStart(6, '0')}`, alias]),
  );
}
