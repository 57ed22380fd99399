/** Rows in the order of their places, each with its place; who is no longer there is left out. */
export function inOrder<P extends { readonly id: string }, R extends { readonly id: string }>(
  places: readonly P[],
  rows: readonly R[],
): readonly (R & P)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap((place) => {
    const row = byId.get(place.id);
    return row ? [{ ...row, ...place }] : [];
  });
}
