const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** The week, counted from 1970, at whose end comes what falls due at this moment: work of which one a week is enough. Machine time. */
export const weekOf = (at: number): number => Math.floor(at / WEEK_MS) + 1;

export const startOfWeek = (week: number): number => (week - 1) * WEEK_MS;

export const endOfWeek = (week: number): Date => new Date(week * WEEK_MS);

/** A UUID of the week: the job of a kind for it exists once. */
export const subjectOfWeek = (week: number): string =>
  `5e7c1ce5-0000-4000-8000-${week.toString(16).padStart(12, '0')}`;

export const weekOfSubject = (subject: string): number => parseInt(subject.slice(-12), 16);
