/** Values of a query, numbered as they are added. */
export class Parameters {
  readonly values: unknown[] = [];

  addValue(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }
}
