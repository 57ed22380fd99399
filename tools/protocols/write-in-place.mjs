// A YAML text in which scalars of its document were given other words: each where it stood, on the lines on which it stood.
import { visit } from 'yaml';

const WORD = /[A-Za-z_][\w-]*/g;

/** The text with the words that its document has now; a scalar that is not said word for word is written anew. */
export function writeInPlace(text, document) {
  const edits = [];
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'string' || !node.range) return;
      const [start, end] = node.range;
      const raw = text.slice(start, end);
      edits.push({ start, end, after: written(raw, node) });
    },
  });
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, { start, end, after }) => all.slice(0, start) + after + all.slice(end), text);
}

function written(raw, node) {
  const words = node.value.match(WORD) ?? [];
  const before = raw.match(WORD) ?? [];
  const isEscaped = node.type === 'QUOTE_DOUBLE' && raw.includes('\\');
  if (isEscaped || words.length !== before.length) return JSON.stringify(node.value);
  let place = 0;
  return raw.replace(WORD, () => words[place++]);
}
