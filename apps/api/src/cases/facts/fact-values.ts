import type { FactValues } from '@repere/protocol';
import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isPlainText } from '../../platform/answers/plain-text';

const MOST_KEYS = 200;
const LONGEST_TEXT = 10_000;
const KEY = /^[a-z][a-z0-9_]{0,63}$/i;

/** Values of facts by id: the shape alone and its limits. What each fact takes is the protocol's to say. */
export const IsFactValues = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'factValues', validator: { validate: isFactValues } }, options);

/** Pieces of evidence by code: a reference each, and where the thing is kept. Never the thing itself. */
export const IsEvidence = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'evidence', validator: { validate: isEvidence } }, options);

/** Whether this has the shape of answers by fact. */
export function isFactValues(value: unknown): value is FactValues {
  return isRecord(value) && Object.values(value).every((each) => isFactValue(each));
}

function isFactValue(value: unknown): boolean {
  if (typeof value === 'string') return isText(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value))
    return value.length <= MOST_KEYS && value.every((code) => typeof code === 'string' && isText(code));
  return isRecord(value) && Object.values(value).every((answer) => isAnswer(answer));
}

/** An answer to an item, or a part of one: `"yes"`, `{answer, note}`. */
function isAnswer(value: unknown): boolean {
  if (typeof value === 'string') return isText(value);
  return isRecord(value) && Object.values(value).every((part) => typeof part === 'string' && isText(part));
}

function isEvidence(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (piece) =>
        isRecord(piece) &&
        isShort(piece['reference']) &&
        (piece['place'] === undefined || isShort(piece['place'])) &&
        Object.keys(piece).every((key) => key === 'reference' || key === 'place'),
    )
  );
}

const isShort = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 500 && isPlainText(value);
/** By code points, as people count: an emoji is one. */
const isText = (text: string): boolean =>
  (text.length <= LONGEST_TEXT || [...text].length <= LONGEST_TEXT) && isPlainText(text);

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length <= MOST_KEYS && keys.every((key) => KEY.test(key));
}
