export { DateField } from './date-field';
export { formatEdtf } from './format-edtf';
export { withFirst } from './with-first';
export {
  NO_DATE,
  PRECISIONS,
  readTypedDate,
  typeDate,
  type DateProblem,
  type DateReading,
  type Precision,
  type TypedDate,
} from './typed-date';
