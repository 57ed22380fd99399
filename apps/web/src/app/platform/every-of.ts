/** Every member of a union, in an order of the page's own; a list that lacks one does not compile. */
export const everyOf =
  <U extends string | number>() =>
  <const L extends readonly U[]>(
    list: L & ([Exclude<U, L[number]>] extends [never] ? unknown : { readonly lacks: Exclude<U, L[number]> }),
  ): L =>
    list;
