/** Whether a JSON value looks as expected. */
export type Shape = (value: unknown) => boolean;

export const text: Shape = (value) => typeof value === 'string';
/** 64 hex digits, by their number: what they are is seen when they are compared. */
export const hash: Shape = (value) => typeof value === 'string' && value.length === 64;
export const count: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const anything: Shape = () => true;
export const exactly =
  (expected: string): Shape =>
  (value) =>
    value === expected;

export const list =
  (each: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(each);

export const dictionary =
  (each: Shape): Shape =>
  (value) =>
    isObject(value) && Object.values(value).every(each);

/** An object with these members and no others; a name that ends with `?` may be missing. */
export const object = (members: Readonly<Record<string, Shape>>): Shape => {
  const shapes = new Map(Object.entries(members).map(([name, shape]) => [name.replace(/\?$/, ''), shape]));
  const required = Object.keys(members).filter((name) => !name.endsWith('?'));
  return (value) =>
    isObject(value) &&
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, member]) => shapes.get(name)?.(member) ?? false);
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
