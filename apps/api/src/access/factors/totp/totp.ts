import { generateSecret, generateURI, verifySync } from 'otplib';

/** What authenticator apps agree on: SHA-1, six digits, thirty seconds (RFC 6238). */
const PERIOD_SECONDS = 30;

/** A new secret, 160 bits (RFC 4226 §4, R6), Base32. */
export const makeTotpSecret = (): string => generateSecret();

/** `otpauth://` address for the QR code: whose code it is, in which service. */
export const totpUri = (secret: string, login: string, issuer: string): string =>
  generateURI({ secret, label: login, issuer });

/**
 * The time step to which a code belongs, or `null` when it is wrong, too old or too new, or not newer than `lastStep`.
 * One step of skew either way (RFC 6238 §5.2, §6). `at`: epoch milliseconds by the machine's clock.
 */
export function stepOfCode(secret: string, code: string, at: number, lastStep: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(at / 1000);
  const verified = verifySync({ secret, token: code, epoch, epochTolerance: PERIOD_SECONDS });
  if (!verified.valid || !('timeStep' in verified)) return null;
  return lastStep === null || verified.timeStep > lastStep ? verified.timeStep : null;
}

/** A code as people type it: `123 456`. */
export const normaliseCode = (typed: string): string => typed.replace(/\s/g, '');
