/** On each line that is answered with one key: a question, a sign of a sheet. */
const LINE = 'data-answer-line';

/** Up and down go from line to line; left and right, as everywhere, from answer to answer. */
export const LINE_STEPS: ReadonlyMap<string, number> = new Map(Object.entries({ ArrowUp: -1, ArrowDown: 1 }));

/** Puts the focus into the line so many lines further down in the form; without one it stays. */
export function focusLine(from: HTMLElement, step: number): void {
  const lines = [...(from.closest('form') ?? document).querySelectorAll<HTMLElement>(`[${LINE}]`)];
  const line = lines[lines.indexOf(from) + step] ?? from;
  (line.querySelector<HTMLElement>('input:checked') ?? line.querySelector<HTMLElement>('input'))?.focus();
}
