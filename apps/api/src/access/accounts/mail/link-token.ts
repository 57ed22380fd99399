import { createHash, randomBytes } from 'node:crypto';

/** What a link in a mail ends with: 256 random bits. Stored as SHA-256 only. */
export const makeLinkToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of it. */
export const hashOfLink = (token: string): Buffer => createHash('sha256').update(token).digest();

/** 43 signs of base64url. */
export const LINK_TOKEN = /^[A-Za-z0-9_-]{43}$/;
