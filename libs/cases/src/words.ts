/** Words in both languages; the page shows the reader's. */
export type { Text as Words } from '@repere/feel';
