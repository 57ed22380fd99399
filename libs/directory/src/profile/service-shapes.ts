/** A number as it is dialled: digits with blanks or dots between, `+` before a country's. */
export const PHONE_NUMBER = /^\+?[0-9][0-9 .]{1,22}[0-9]$/;

/** A language by its code (BCP 47), `fr`, `pt-BR`, with script and region at most: no room for words. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;

/** How long each text may be, in characters; how many there may be of what is counted; the highest number. */
export const SERVICE_LIMITS = {
  ...{ name: 120, address: 300, say: 400, phones: 4, languages: 40, age: 25, waitingDays: 1_000 },
} as const;
