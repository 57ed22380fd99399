/** Goes round those of whom only some can be tended at once: however often a few are taken, each has its turn. */
export class Turns {
  private taken = 0;

  /** The next so many of them; all, where there are no more. */
  takeNext<T>(all: readonly T[], most: number): readonly T[] {
    if (all.length <= most) return all;
    const from = this.taken % all.length;
    this.taken = from + most;
    return [...all.slice(from), ...all.slice(0, from)].slice(0, most);
  }
}
