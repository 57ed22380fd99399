/** What a question or a referral is called on the telephone: another for each service, and of no case. */
export const numberOf = (id: string): string => id.slice(0, 6).toUpperCase();
