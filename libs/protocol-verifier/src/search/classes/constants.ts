/** What conditions compare each fact with, by fact key (`door`, `lost-key.spares.price`, `signs`). */
export class Constants {
  private readonly codes = new Map<string, Set<string>>();
  private readonly thresholds = new Map<string, Set<number>>();
  /** Facts compared with something other than a constant: where their classes end can't be told from the text. */
  readonly computed = new Set<string>();
  /** Items of checklists that are read by name. */
  private readonly items = new Map<string, Set<string>>();
  /** Checklists of which answers are counted. */
  private readonly counted = new Map<string, Set<string>>();

  addCode(key: string, code: string): void {
    addToMap(this.codes, key, code);
  }

  addThreshold(key: string, threshold: number): void {
    addToMap(this.thresholds, key, threshold);
  }

  addItem(key: string, item: string): void {
    addToMap(this.items, key, item);
  }

  /** `answer`: what is counted: yes, no, or a non-answer. */
  addCounted(key: string, answer: string): void {
    addToMap(this.counted, key, answer);
  }

  codesOf(key: string): ReadonlySet<string> {
    return this.codes.get(key) ?? new Set();
  }

  thresholdsOf(key: string): readonly number[] {
    return [...(this.thresholds.get(key) ?? [])].sort((a, b) => a - b);
  }

  itemsOf(key: string): readonly string[] {
    return [...(this.items.get(key) ?? [])];
  }

  countedOf(key: string): ReadonlySet<string> {
    return this.counted.get(key) ?? new Set();
  }
}

function addToMap<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
