/** Words in both languages; the page shows the reader's. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}
