const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text as it stands in HTML, between tags or within the quotes of an attribute. */
export const escapeHtml = (said: string): string => said.replace(/[&<>"']/g, (it) => ENTITIES[it] ?? '');
