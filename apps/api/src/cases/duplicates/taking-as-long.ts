import { setTimeout as delay } from 'node:timers/promises';

/** More than a look takes when something hidden was found, decrypted and compared. */
export const LOOK_TAKES_MS = 150;

/** What a look among cases that are not the reader's gives or throws; found or not, after the same time. */
export async function takingAsLong<T>(look: Promise<T>): Promise<T> {
  await Promise.allSettled([look, delay(LOOK_TAKES_MS)]);
  return look;
}
