import { text, type Text } from '@repere/feel';
import type { Problem } from '../documents/document';
import { proposeName } from '../check/propose-name';
import { describedBy } from '../schema/described-by';
import { type FileKind, fileSchema } from '../schema/files';
import { findViolations, type Violation } from '../schema/find-violations';
import type { JsonSchema } from '../schema/json-schema';
import { KEYS_OF_PART } from '../schema/step';
import { type Path, valueAt, type YamlSource } from './yaml-source';

const MOST_ERRORS = 100;

const schemas = new Map<FileKind, JsonSchema>();

/** Put together on first use, so that importing the language costs nothing. */
function schemaOf(kind: FileKind): JsonSchema {
  const schema = schemas.get(kind) ?? fileSchema(kind);
  schemas.set(kind, schema);
  return schema;
}

/**
 * Problems of form: unknown and missing keys, wrong kinds of value; of a text that is no YAML, those of reading it, since it has no
 * structure. Empty when the file has the shape of its kind.
 */
export function checkStructure(source: YamlSource, kind: FileKind): readonly Problem[] {
  if (source.problems.length > 0) return source.problems;
  const seen = new Set<string>();
  // A file of the wrong kind has thousands: the first tell enough.
  return findViolations(schemaOf(kind), source.value)
    .slice(0, MOST_ERRORS)
    .flatMap((violation) => {
      const problem = toProblem(source, violation, kind);
      const key = `${problem.line}:${problem.column}:${problem.message.en}`;
      return seen.has(key) ? [] : (seen.add(key), [problem]);
    });
}

function toProblem(source: YamlSource, violation: Violation, kind: FileKind): Problem {
  const { path, keyword, wanted, schema, data, key = '' } = violation;
  const name = `\`${spoken(path, source.value)}\``;
  const place = path.length > 0 ? text(name, name) : text('Ce fichier', 'This file');
  const about = describedBy(schema) ?? SEE;
  const problem = (code: string, message: Text, remedy: Text, at = source.at(path)): Problem => ({
    file: source.file,
    ...at,
    code,
    message,
    remedy,
    severity: 'error',
  });
  switch (keyword) {
    case 'additionalProperties': {
      const part = KEYS_OF_PART.includes(key) ? valueAt(source.value, [...path, 'part']) : undefined;
      if (typeof part === 'string') {
        const said = text(
          `\`${key}\` est dit par la partie \`${part}\`, pareil partout où elle sert.`,
          `\`${key}\` is said by the part \`${part}\`, the same wherever it is used.`,
        );
        const remedy = text(
          'Retirez-le ; ou écrivez une étape à vous à la place de `part:`.',
          'Leave it out; or write a step of your own instead of `part:`.',
        );
        return problem('part-says-it', said, remedy, source.atKey([...path, key]));
      }
      const ofOverlay = kind === 'overlay' ? REMEDY_OF_OVERLAY.get(path.join('.')) : undefined;
      const known = Object.keys((schema['properties'] ?? {}) as object);
      const message = text(`${place.fr} n’a pas de clé \`${key}\`.`, `${place.en} has no key \`${key}\`.`);
      return problem(
        'unknown-key',
        message,
        textEndedByComma(source.value, [...path, key]) ??
          ofOverlay ??
          proposeName(key, known, text('Retirez-le.', 'Leave it out.')),
        source.atKey([...path, key]),
      );
    }
    case 'required':
      return problem(
        'missing-key',
        text(`${place.fr} a besoin de \`${key}\`.`, `${place.en} needs \`${key}\`.`),
        text(`Ajoutez \`${key}: …\`. ${about.fr}`, `Add \`${key}: …\`. ${about.en}`),
      );
    case 'type': {
      const kinds = [wanted]
        .flat()
        .map((type) => KINDS.get(String(type)) ?? text(String(type), String(type)));
      const must = text(kinds.map(({ fr }) => fr).join(' ou '), kinds.map(({ en }) => en).join(' or '));
      const is = kindOf(data);
      return problem(
        'wrong-type',
        text(
          `${place.fr} doit être ${must.fr}, pas ${is.fr}.`,
          `${place.en} must be ${must.en}, not ${is.en}.`,
        ),
        about,
      );
    }
    case 'enum': {
      const allowed = [wanted].flat().map(String);
      const known = allowed.join(', ');
      return problem(
        'unknown-word',
        cantBe(place, data),
        proposeName(String(data), allowed, text(`Un parmi : ${known}.`, `One of: ${known}.`)),
      );
    }
    case 'pattern':
      if (violation.key !== undefined) {
        const at = source.atKey([...path, key]);
        return problem(
          'malformed-name',
          text(
            `\`${key}\` n’est pas un nom de la bonne forme.`,
            `\`${key}\` isn’t a name of the right form.`,
          ),
          textEndedByComma(source.value, [...path, key]) ?? about,
          at,
        );
      }
      return problem('malformed', cantBe(place, data), about);
    default: {
      const how =
        OUTSIDE.get(keyword)?.(String(wanted)) ?? text('n’est pas comme il faut', 'is not as it should be');
      return problem('malformed', text(`${place.fr} ${how.fr}.`, `${place.en} ${how.en}.`), about);
    }
  }
}

const SEE = text('La forme attendue est dans docs/protocol-language.md.', 'See docs/protocol-language.md.');
const ONLY_STRICTER = text(
  'Une adaptation resserre `limits`, `due`, `approvals` et ajoute `steps`, `safeguards` ; tout le reste est une nouvelle version du protocole.',
  'An overlay tightens `limits`, `due`, `approvals` and adds `steps`, `safeguards`; anything else is a new version of the protocol.',
);
const REMEDY_OF_OVERLAY: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    overlay: ONLY_STRICTER,
    'overlay.tighten': ONLY_STRICTER,
    'overlay.add': ONLY_STRICTER,
  }),
);

/** What is said of a length or number. */
const OUTSIDE: ReadonlyMap<string, (wanted: string) => Text> = new Map(
  Object.entries({
    const: (wanted) => text(`doit être \`${wanted}\``, `must be \`${wanted}\``),
    minimum: (wanted) => text(`doit être ${wanted} ou plus`, `must be ${wanted} or more`),
    maximum: (wanted) => text(`est de ${wanted} au plus`, `must be ${wanted} or less`),
    minLength: () => text('ne peut pas être vide', 'must not be empty'),
    minItems: (wanted) => text(`en demande ${wanted} ou plus`, `needs ${wanted} or more`),
    maxItems: (wanted) => text(`en a ${wanted} au plus`, `can have ${wanted} at most`),
    maxProperties: (wanted) => text(`en a ${wanted} au plus`, `can have ${wanted} at most`),
  }),
);

/** Inside `{}` a comma ends a text, and what follows it becomes a key without a value. */
function textEndedByComma(root: unknown, path: Path): Text | undefined {
  return valueAt(root, path) === null
    ? text(
        'Mettez entre guillemets le texte qui précède : dans {}, une virgule termine un texte.',
        'Quote the text before it: inside {} a comma ends a text.',
      )
    : undefined;
}

/** The path with ids in place of the indexes of lists, as people know their steps. */
function spoken(path: Path, root: unknown): string {
  let node: unknown = root;
  return path
    .map((step) => {
      const next =
        typeof node === 'object' && node !== null
          ? (node as Record<string | number, unknown>)[step]
          : undefined;
      node = next;
      return String(typeof step === 'number' ? (nameOf(next) ?? step) : step);
    })
    .join('.');
}

/** The id of a thing in a list, or the part that it is. */
function nameOf(thing: unknown): unknown {
  if (typeof thing !== 'object' || thing === null) return undefined;
  return 'id' in thing ? thing.id : 'part' in thing ? thing.part : undefined;
}

/** JSON Schema's types, as people call them. */
const KINDS: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    boolean: text('true ou false', 'true or false'),
    array: text('une liste', 'a list'),
    object: text('un bloc de clés', 'a map'),
    string: text('un texte', 'a string'),
    number: text('un nombre', 'a number'),
    integer: text('un nombre entier', 'a whole number'),
  }),
);

function kindOf(value: unknown): Text {
  if (value === null || value === undefined) return text('vide', 'empty');
  if (Array.isArray(value)) return text('une liste', 'a list');
  if (typeof value === 'object') return text('un bloc de clés', 'a map');
  const written = `\`${shorten(value)}\``;
  const is = KINDS.get(typeof value) ?? text(typeof value, typeof value);
  return text(
    `${written} (${is.fr} ; entre guillemets, ce serait un texte)`,
    `${written} (${is.en}; quote it to make it a string)`,
  );
}

const cantBe = (place: Text, data: unknown): Text =>
  text(`${place.fr} ne peut pas être \`${shorten(data)}\`.`, `${place.en} can’t be \`${shorten(data)}\`.`);

function shorten(value: unknown): string {
  const written = String(value);
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}
