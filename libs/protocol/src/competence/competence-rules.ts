import type { Text } from '@repere/feel';

/** A fact, or an item of a checklist as `list.item`, and the answers that count. */
export interface CountedAnswer {
  readonly fact: string;
  readonly in: readonly string[];
}

/**
 * One way in which a rule holds: all of what it names together. `known`: of the child; without an answer nobody knows. `recorded`: of
 * what an authority did; without an entry nothing was recorded. `unless`: what ends it, recorded at the same time or later.
 */
export interface CompetenceGround {
  readonly known: readonly CountedAnswer[];
  readonly recorded: readonly CountedAnswer[];
  readonly unless: readonly CountedAnswer[];
  /** One of these steps, as `protocol.step`, was done. */
  readonly done: readonly string[];
  /** One of these protocols is under way. */
  readonly open: readonly string[];
}

/** When which authority is competent, and why. */
export interface CompetenceRule {
  readonly id: string;
  readonly authority: string;
  readonly because: Text;
  readonly basis: readonly string[];
  readonly any: readonly CompetenceGround[];
  /** Steps, as `protocol.step`, of which the first that was done says since when this authority has the case. */
  readonly seized: readonly string[];
}

/** What somebody was asked, by which steps, which steps note the answer, and what is done without one. */
export interface AuthorityRequest {
  readonly to: string;
  readonly by: readonly string[];
  readonly answered: readonly string[];
  readonly silence: Text;
  readonly basis: readonly string[];
}

export interface Authority {
  readonly title: Text;
  /** We are it: nobody else has to be asked. */
  readonly isOurs: boolean;
}

/** Which authority is competent for a child, from what is recorded. The first rule that holds decides. */
export interface Competence {
  readonly authorities: Readonly<Record<string, Authority>>;
  readonly rules: readonly CompetenceRule[];
  readonly requests: readonly AuthorityRequest[];
}
