import { ValidateBy } from 'class-validator';

const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar, `YYYY-MM-DD`. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({ name: 'day', validator: { validate: (value: unknown) => isDay(value) } });

const isDay = (value: unknown): boolean =>
  typeof value === 'string' &&
  DAY.test(value) &&
  new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true;
