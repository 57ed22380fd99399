/** A body with one change, and where. */
export interface Mutation {
  readonly where: string;
  readonly body: unknown;
}

/** Of each kind of value one that is in no closed list. */
const STRANGERS: readonly unknown[] = ['something else', 7, true, null, { stranger: 1 }, [{ stranger: 1 }]];

/** As deep as a schema is written out before it names another, which is tried by itself. */
const DEPTH = 5;

/** The body with each of its values replaced by each stranger, and without each of its fields, nested ones too. */
export function* mutatedBodies(body: unknown, where = '', depth = DEPTH): Generator<Mutation> {
  for (const stranger of STRANGERS)
    // In JavaScript a list is an object without the fields that one looks for.
    if (!(Array.isArray(stranger) && typeof body === 'object'))
      yield { where: `${where} is ${JSON.stringify(stranger)}`, body: stranger };
  if (depth === 0) return;
  if (Array.isArray(body))
    for (const [place, item] of body.entries())
      for (const mutation of mutatedBodies(item, `${where}[${String(place)}]`, depth - 1))
        yield { where: mutation.where, body: body.with(place, mutation.body) };
  if (isObject(body))
    for (const [name, value] of Object.entries(body)) {
      const { [name]: _left, ...rest } = body;
      yield { where: `${where}.${name} is missing`, body: rest };
      for (const mutation of mutatedBodies(value, `${where}.${name}`, depth - 1))
        yield { where: mutation.where, body: { ...body, [name]: mutation.body } };
    }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
