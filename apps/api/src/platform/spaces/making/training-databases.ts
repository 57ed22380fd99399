import { randomBytes } from 'node:crypto';

/** What databases of training spaces are cloned from: migrated and empty, it refuses connections. */
export const TRAINING_TEMPLATE = 'repere_training_template';

/** A name that no database of a training space ever had: what processes remember by it is never another's. */
export const newTrainingDatabase = (key: string): string =>
  `repere_training_${key.replaceAll('-', '_')}_${randomBytes(4).toString('hex')}`;

/** A key that nobody guesses, and that can be read out: no letter that looks like another. */
export const newSpaceKey = (): string =>
  Array.from(randomBytes(10), (byte) => LETTERS[byte % LETTERS.length]).join('');

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
