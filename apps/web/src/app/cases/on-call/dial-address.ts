/** Address that dials a number as people write it: spaces and dots are for the eye. */
export const dialAddress = (phone: string): string => `tel:${phone.replace(/[ .]/g, '')}`;
