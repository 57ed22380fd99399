/** Where a verifier stands on its way to the root: `fn` and `sn` of RFC 9162 §2.1.3.2, the place at this level and the last one. */
export interface Stand {
  readonly place: number;
  readonly last: number;
}

/** Whether the next hash of the proof stands on the left (step 4b of RFC 9162 §2.1.3.2, 6b of §2.1.4.2). */
export function isBesideOnLeft({ place, last }: Stand): boolean {
  return isOdd(place) || place === last;
}

/** One hash of the proof further up. Where the tree isn't full, the last node passes up as it is until it finds one on its left. */
export function stepUp(stand: Stand): Stand {
  let above = stand;
  if (isBesideOnLeft(stand)) {
    while (!isOdd(above.place) && above.place !== 0) above = halve(above);
  }
  return halve(above);
}

/** As long as it stands on the right, a first tree's last node is part of a complete subtree (step 4 of RFC 9162 §2.1.4.2). */
export function stepOverComplete(stand: Stand): Stand {
  let above = stand;
  while (isOdd(above.place)) above = halve(above);
  return above;
}

/** Not by operators on bits: places pass 2^31. */
function halve({ place, last }: Stand): Stand {
  return { place: Math.floor(place / 2), last: Math.floor(last / 2) };
}

function isOdd(place: number): boolean {
  return place % 2 === 1;
}
