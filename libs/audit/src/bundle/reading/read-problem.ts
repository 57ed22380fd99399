import type { BothLanguages } from '../bundle-format';

/** Why something can't be read, in words, and where. */
export interface ReadProblem {
  readonly said: BothLanguages;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}

/** Thrown inside a reader, caught at its door. */
export class Unreadable extends Error {
  constructor(readonly problem: ReadProblem) {
    super(problem.said.en);
  }
}

export function unreadable(fr: string, en: string, where: Omit<ReadProblem, 'said'> = {}): Unreadable {
  return new Unreadable({ said: { fr, en }, ...where });
}
