/**
 * Puts the reference, and the mark of fiction where there is one, on each printed page. Margin boxes take fixed words only,
 * so the rule is made for this case. Gives back what takes it away.
 */
export function pageMarks(document: Document, reference: string, fiction: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@page { @bottom-left { content: "${quoted(reference)}" } @top-right { content: "${quoted(fiction)}" } }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

const quoted = (words: string) => words.replace(/["\\\n]/g, ' ');
