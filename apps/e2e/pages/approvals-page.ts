import { expect, type Locator, type Page } from '@playwright/test';

/** What waits for a second person, by the words on screen. */
export class ApprovalsPage {
  constructor(readonly page: Page) {}

  /** Opens the list and goes on in it until the decisions of a case are there. */
  async open(reference: string): Promise<void> {
    await this.page.goto('/approbations');
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText('à valider');
    const more = this.page.getByRole('button', { name: 'Afficher la suite' });
    while ((await this.cards(reference).count()) === 0 && (await more.isVisible())) {
      const answer = this.page.waitForResponse(/\/api\/approvals/);
      await more.click();
      await answer;
    }
  }

  cards(reference: string): Locator {
    return this.page.getByRole('article').filter({ hasText: reference });
  }

  /** Agrees to the first decision of a case, and waits until the others are read anew. */
  async approveFirst(reference: string): Promise<void> {
    const cards = this.cards(reference);
    const before = await cards.count();
    const readAnew = before > 1 ? this.page.waitForResponse(/\/api\/approvals/) : null;
    await cards.first().getByRole('button', { name: 'Valider' }).click();
    await expect(this.page.getByText(`Dossier ${reference} : validé.`)).toBeVisible();
    await expect(cards).toHaveCount(before - 1);
    await readAnew;
  }
}
