import { expect, type Locator, type Page } from '@playwright/test';

/** What waits for a second person, by the words on screen. */
export class ApprovalsPage {
  constructor(readonly page: Page) {}

  /** Opens the whole queue: the decisions of one case may stand far apart. */
  async openQueue(): Promise<void> {
    await this.page.goto('/approbations');
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText('à valider');
    const more = this.page.getByRole('button', { name: 'Afficher la suite' });
    // The queue is read anew while it is opened, and its last button goes away under the hand.
    await expect(async () => {
      if (await more.isVisible()) await more.click({ timeout: 2_000 });
      await expect(more).toBeHidden({ timeout: 2_000 });
    }).toPass();
  }

  /** The decision that is answered now, if it is of this case. */
  card(reference: string): Locator {
    return this.page.getByRole('article').filter({ hasText: reference });
  }

  /** Those of this case that come later in the queue. */
  waiting(reference: string): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: reference });
  }

  /** Brings a decision of this case up, where another stands. */
  async showCase(reference: string): Promise<Locator> {
    await expect(this.page.getByRole('article').first()).toBeVisible();
    if ((await this.card(reference).count()) === 0)
      await this.waiting(reference).first().getByRole('button').click();
    await expect(this.card(reference)).toBeVisible();
    return this.card(reference);
  }

  /** Agrees to a decision of a case, and waits until the others are read anew. */
  async approveFirst(reference: string): Promise<void> {
    const card = await this.showCase(reference);
    await card.getByRole('button', { name: 'Valider' }).click();
    await expect(this.page.getByText(`Dossier ${reference} : validé.`)).toBeVisible();
    await expect(this.page.locator('[aria-busy=true]')).toHaveCount(0);
  }
}
