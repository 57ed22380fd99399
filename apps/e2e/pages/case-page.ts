import type { Locator, Page } from '@playwright/test';

/** The page of one case, by the words on screen. */
export class CasePage {
  constructor(readonly page: Page) {}

  /** The card that says what to do now. */
  next(): Locator {
    return this.page.getByRole('link', { name: /^(Faire cette étape|Reprendre le brouillon)$/ });
  }

  /** The line of a step, in the list of its protocol. */
  row(title: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name: title, exact: true }) })
      .first();
  }

  /** A protocol in progress. */
  run(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }
}
