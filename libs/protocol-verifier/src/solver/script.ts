import { FALSE, quoted, type Smt, TRUE } from './smt';

export type Sort = 'Bool' | 'Int' | 'Real';

/** Longer terms get a name, so that a term that is used often is written once. */
const LONGEST_UNNAMED = 40;

/** An SMT-LIB 2 script in the making: constants, named terms, what is asserted. The same term has the same name everywhere. */
export class Script {
  private readonly lines: string[] = [];
  private readonly names = new Map<Smt, Smt>();
  private readonly sorts = new Map<string, Sort>();

  /** The constant of this name, declared when first asked for. */
  constant(name: string, sort: Sort = 'Bool'): Smt {
    if (!this.sorts.has(name)) {
      this.sorts.set(name, sort);
      this.lines.push(`(declare-const ${quoted(name)} ${sort})`);
    }
    return quoted(name);
  }

  has(name: string): boolean {
    return this.sorts.has(name);
  }

  /** The constants so far, in order. */
  get constants(): readonly string[] {
    return [...this.sorts.keys()];
  }

  /** The same term, by a short name if it is long. */
  name(term: Smt, sort: Sort = 'Bool'): Smt {
    if (term.length <= LONGEST_UNNAMED) return term;
    const known = this.names.get(term);
    if (known !== undefined) return known;
    const name = `.${this.names.size}`;
    this.names.set(term, quoted(name));
    this.lines.push(`(define-fun ${quoted(name)} () ${sort} ${term})`);
    return quoted(name);
  }

  assert(term: Smt): void {
    if (term !== TRUE) this.lines.push(`(assert ${term === FALSE ? FALSE : term})`);
  }

  text(): string {
    return this.lines.join('\n');
  }
}
