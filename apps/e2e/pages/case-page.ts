import type { Locator, Page } from '@playwright/test';

/** The page of one case, by the words on screen. */
export class CasePage {
  constructor(readonly page: Page) {}

  /** The card that says what to do now. */
  next(): Locator {
    return this.page.getByRole('link', { name: /^(Faire cette étape|Reprendre le brouillon)$/ });
  }

  /** Opens every fold: what is beyond a few, later, not yet possible, done, not applicable. */
  async unfold(): Promise<void> {
    const folded = this.page.locator('app-band-list details:not([open]) > summary');
    await this.page.locator('app-band-list').waitFor();
    for (let left = await folded.count(); left > 0; left--) await folded.first().click();
  }

  /** One of the ways that stand behind *More*. */
  async follow(way: string): Promise<void> {
    await this.page.getByText('Plus', { exact: true }).click();
    await this.page.getByRole('link', { name: way, exact: true }).click();
  }

  /** The line of a step, in its band. */
  row(title: string | RegExp): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name: title, exact: true }) })
      .first();
  }

  /** A protocol in progress. */
  showRun(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }
}
