import { nameInConditions, type ProtocolDocument, type SharedDocument } from '@repere/protocol';
import { compileProtocol, compileShared, type CompiledShared, setOf } from './compile-protocols';
import type { CompiledProtocol, ProtocolSet } from './protocol-set';

/** A version with the hash of its content. */
export interface HashedVersion {
  readonly document: ProtocolDocument;
  readonly hash: string;
}

/** A set with the versions in it, by the key that they are kept under. */
interface KeptSet {
  readonly set: ProtocolSet;
  readonly versions: ReadonlyMap<string, CompiledProtocol>;
}

/**
 * Compiled versions by content, shared by all sets that hold them: twenty spaces whose libraries differ in one version each compile
 * twenty versions and what all have in common once. What was used least lately goes first once there are more than `most`.
 *
 * Conditions of one version may read runs of another protocol: then they are compiled anew where that has other outcomes, or recurs
 * where it did not. Nothing else of the others is part of what is compiled.
 */
export class CompiledVersions {
  private readonly versions = new Map<string, CompiledProtocol>();
  private readonly shared = new Map<string, { readonly id: number; readonly compiled: CompiledShared }>();
  private readonly sets = new Map<string, KeptSet>();
  private readonly named = new WeakMap<ProtocolDocument | SharedDocument, Map<string, boolean>>();
  private compiled = 0;
  private lastShared = 0;

  constructor(
    private readonly facts: SharedDocument,
    private readonly most: number,
  ) {}

  /** How many versions were compiled so far. */
  get compiles(): number {
    return this.compiled;
  }

  /** These versions side by side. Throws `UncheckedProtocolError` as `compileProtocols` does. */
  compileSet(versions: readonly HashedVersion[]): ProtocolSet {
    const name = versions.map(({ document, hash }) => `${document.version} ${hash}`).join();
    const known = this.sets.get(name);
    // A large library is kept whole, whatever the limit.
    const most = Math.max(this.most, 2 * versions.length);
    // A set that is asked for again is a use of each of its versions.
    for (const [key, version] of known?.versions ?? []) keepRecent(this.versions, key, version, most);
    const kept = known ?? this.build(versions, most);
    keepRecent(this.sets, name, kept, most);
    return kept.set;
  }

  private build(versions: readonly HashedVersion[], most: number): KeptSet {
    const documents = versions.map(({ document }) => document);
    const signatures = signaturesOf(documents);
    // Facts of the case name no protocol in their conditions as a rule; where they do, they are compiled with each that differs.
    const beside = besideOf(signatures, this.namedIn(this.facts, signatures.keys()));
    const shared = this.shared.get(beside) ?? {
      id: ++this.lastShared,
      compiled: compileShared(this.facts, documents),
    };
    keepRecent(this.shared, beside, shared, most);
    const compiled = new Map<string, CompiledProtocol>();
    for (const { document, hash } of versions) {
      const others = besideOf(signatures, this.namedIn(document, signatures.keys()));
      const key = [document.version, hash, shared.id, others].join('\n');
      const known = this.versions.get(key);
      if (!known) this.compiled++;
      const version = known ?? compileProtocol(this.facts, documents, document, shared.compiled);
      keepRecent(this.versions, key, version, most);
      compiled.set(key, version);
    }
    // What was let go of is held by no set either.
    for (const [name, set] of this.sets)
      if ([...set.versions.keys()].some((key) => !this.versions.has(key))) this.sets.delete(name);
    return { set: setOf(this.facts, shared.compiled, [...compiled.values()]), versions: compiled };
  }

  /** Which of these protocols may be named in a condition there: their name stands somewhere in the text. In doubt: yes. */
  private namedIn(
    document: ProtocolDocument | SharedDocument,
    protocols: Iterable<string>,
  ): ReadonlyMap<string, boolean> {
    const known = this.named.get(document) ?? new Map<string, boolean>();
    this.named.set(document, known);
    const unknown = [...protocols].filter((protocol) => !known.has(protocol));
    const text =
      unknown.length === 0 ? '' : JSON.stringify('steps' in document ? document : conditionsOf(document));
    for (const protocol of unknown) known.set(protocol, text.includes(nameInConditions(protocol)));
    return known;
  }
}

/** What is compiled with the facts of the case: the conditions of their lists' rows. */
const conditionsOf = ({ facts }: SharedDocument): unknown =>
  Object.values(facts).map(({ derived, says, row = {} }) => [
    derived,
    says?.map(({ when }) => when),
    Object.values(row).map(({ relevant }) => relevant),
  ]);

/** protocol → what conditions elsewhere are typed by: whether it recurs, and its outcomes. */
function signaturesOf(documents: readonly ProtocolDocument[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { protocol, runs, outcomes } of documents) {
    const signature = [runs, ...outcomes.map(({ id }) => id)].join(' ');
    found.set(protocol, `${found.get(protocol) ?? ''};${signature}`);
  }
  return found;
}

function besideOf(signatures: ReadonlyMap<string, string>, isNamed: ReadonlyMap<string, boolean>): string {
  return [...signatures]
    .filter(([protocol]) => isNamed.get(protocol))
    .map(([protocol, signature]) => `${protocol}${signature}`)
    .sort()
    .join('|');
}

/** Puts it last, and lets go of what was used least lately. */
function keepRecent<T>(kept: Map<string, T>, name: string, value: T, most: number): void {
  kept.delete(name);
  kept.set(name, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
