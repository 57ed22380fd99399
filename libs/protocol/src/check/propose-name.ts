import { findNearest, text, type Text } from '@repere/feel';

/** What to write instead of an unknown name: the nearest one, the few that there are, or `otherwise`. */
export function proposeName(
  written: string,
  known: Iterable<string>,
  otherwise = text('Définissez-le, ou retirez-le.', 'Define it, or leave it out.'),
): Text {
  const names = [...new Set(known)];
  const near = findNearest(written, names);
  if (near !== undefined) return text(`Écrivez \`${near}\`.`, `Write \`${near}\`.`);
  if (names.length === 0 || names.length > 12) return otherwise;
  return text(
    `Un parmi : ${names.map((name) => `\`${name}\``).join(', ')}.`,
    `One of: ${names.map((name) => `\`${name}\``).join(', ')}.`,
  );
}
