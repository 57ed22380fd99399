/** A table that spreadsheets open: RFC 4180, semicolons as French ones expect, UTF-8 with its mark. No cell is a formula. */
export const csvOf = (table: readonly (readonly string[])[]): string =>
  `\uFEFF${table.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;

/**
 * Quoted; what a spreadsheet would take for a formula is text (OWASP, CSV injection): signs in their wide forms too, and
 * behind blanks, which some spreadsheets take away.
 */
const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const FORMULA = /^[\s\p{Cf}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;
