import { expect, type Locator, type Page } from '@playwright/test';

/** What waits for a second person, by the words on screen. */
export class ApprovalsPage {
  constructor(readonly page: Page) {}

  /** Opens the whole list: the decisions of one case may stand far apart. */
  async open(): Promise<void> {
    await this.page.goto('/approbations');
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText('à valider');
    const more = this.page.getByRole('button', { name: 'Afficher la suite' });
    const cards = this.page.getByRole('article');
    while (await more.isVisible()) {
      const before = await cards.count();
      await more.click();
      await expect.poll(() => cards.count()).toBeGreaterThan(before);
    }
  }

  cards(reference: string): Locator {
    return this.page.getByRole('article').filter({ hasText: reference });
  }

  /** Agrees to the first decision of a case, and waits until the others are read anew. */
  async approveFirst(reference: string): Promise<void> {
    const cards = this.cards(reference);
    const before = await cards.count();
    await cards.first().getByRole('button', { name: 'Valider' }).click();
    await expect(this.page.getByText(`Dossier ${reference} : validé.`)).toBeVisible();
    await expect(cards).toHaveCount(before - 1);
    await expect(this.page.locator('[aria-busy=true]')).toHaveCount(0);
  }
}
