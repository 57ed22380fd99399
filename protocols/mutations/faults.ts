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
  /** What is no longer proven, where the search, bounded, tells no history either. */
  readonly loses?: string;
  /** Why nothing does: it is no fault. */
  readonly survives?: string;
}

/** Every planted fault, in the order of the files. */
export function readFaults(): readonly Fault[] {
  return readdirSync(__dirname)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const { protocol, version, faults } = parse(readFileSync(join(__dirname, name), 'utf8')) as {
        readonly protocol: string;
        readonly version: string;
        readonly faults: readonly Omit<Fault, 'protocol' | 'version'>[];
      };
      return faults.map((fault) => ({ protocol, version, ...fault }));
    });
}
