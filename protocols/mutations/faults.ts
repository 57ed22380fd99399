import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** One part of a protocol that is written otherwise, and what stands there then: nothing, if it is taken away. */
export interface Change {
  /** `steps.shelter.unless`, `outcomes.READY#2.when`, `facts.exams.derived.reads.3.when`: steps and lines by id. */
  readonly part: string;
  readonly by: unknown;
}

/** A planted fault. */
export interface Fault extends Change {
  readonly protocol: string;
  readonly version: string;
  /** `a guard dropped`, `and for or`… */
  readonly kind: string;
  readonly also?: readonly Change[];
  /** What it would mean for a child. */
  readonly child: string;
  /** `safeguard/nobody-waits`, `two-persons/NO_SIGN`, `can-happen/remedy`, `examples`: what catches it. */
  readonly caught?: string;
  /** How far to search, where a history is harder to find than most. */
  readonly states?: number;
  /** What is no longer proven, where the search, bounded, tells no history either. */
  readonly loses?: string;
  /** Why nothing does: it is no fault. */
  readonly survives?: string;
}

/** Every planted fault, in the order of the files, in the newest version of its protocol among `files`. */
export function readFaults(files: Readonly<Record<string, string>>): readonly Fault[] {
  return readdirSync(__dirname)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const { protocol, faults } = parse(readFileSync(join(__dirname, name), 'utf8')) as {
        readonly protocol: string;
        readonly faults: readonly Omit<Fault, 'protocol' | 'version'>[];
      };
      const version = newestOf(protocol, files);
      return faults.map((fault) => ({ protocol, version, ...fault }));
    });
}

function newestOf(protocol: string, files: Readonly<Record<string, string>>): string {
  const versions = Object.keys(files).flatMap((path) => {
    const [, id, version] = /^([^/]+)\/([^/]+)\/protocol\.yaml$/.exec(path) ?? [];
    return id === protocol && version !== undefined ? [version] : [];
  });
  const byNumber = new Intl.Collator('en', { numeric: true }).compare;
  const newest = versions.sort(byNumber).at(-1);
  if (newest === undefined) throw new Error(`There is no protocol ${protocol}`);
  return newest;
}
