export { DurationField } from './duration-field';
export { MonthsField } from './months-field';
export { NumberField } from './number-field';
export {
  NO_DURATION,
  NO_MONTHS,
  readTypedDuration,
  readTypedMonths,
  readTypedNumber,
  typeDuration,
  typeMonths,
  type AmountReading,
  type TypedDuration,
  type TypedMonths,
} from './typed-amount';
