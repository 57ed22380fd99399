import { expect, type Locator, type Page } from '@playwright/test';

export type Said = 'Oui' | 'Non' | 'Ne sait pas' | 'Pas demandé' | 'Refuse';

/** A step's form and what comes after it, by the words on screen. */
export class StepForm {
  readonly saved: Locator;
  readonly heading: Locator;

  constructor(readonly page: Page) {
    this.saved = page.getByRole('status').filter({ hasText: /Brouillon gardé|Draft kept/ });
    this.heading = page.getByRole('heading', { level: 1 });
  }

  /** Waits until a form can be filled in. */
  async isShown(): Promise<void> {
    await expect(this.page.getByRole('button', { name: 'Vérifier', exact: true })).toBeVisible();
  }

  /** A question, or a list of choices, by its words. */
  group(name: string | RegExp): Locator {
    return this.page.getByRole('group', { name }).or(this.page.getByRole('radiogroup', { name })).first();
  }

  /** One answer of a question. */
  fieldOf(question: string | RegExp, said: Said): Locator {
    return this.group(question).getByRole('radio', { name: said, exact: true });
  }

  async answerQuestion(question: string | RegExp, said: Said): Promise<void> {
    await this.fieldOf(question, said).check();
  }

  /** One of a few in sight, or of many in a list. */
  async chooseOption(question: string | RegExp, option: string): Promise<void> {
    const list = this.page.getByRole('combobox', { name: question });
    const radio = this.group(question).getByRole('radio', { name: option, exact: true });
    await expect(list.or(radio).first()).toBeAttached();
    if (await list.count()) await list.selectOption({ label: option });
    else await radio.check();
  }

  async tick(question: string | RegExp, option: string | RegExp): Promise<void> {
    await this.group(question).getByRole('checkbox', { name: option }).check();
  }

  async typeText(label: string | RegExp, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label }).fill(text);
  }

  /** The tick of one line of a sheet: seen or said. */
  sign(sign: string | RegExp): Locator {
    return this.page.getByRole('checkbox', { name: sign });
  }

  async see(sign: string | RegExp): Promise<void> {
    await this.sign(sign).check();
  }

  /** What opens the other answers of a line, and says the one that was given. */
  otherAnswer(sign: string): Locator {
    return this.page.getByRole('button', { name: `Autre réponse : ${sign}` });
  }

  /** Shows the way to other answers on every line of every sheet. */
  async answerOtherwise(): Promise<void> {
    const others = this.page.getByRole('button', { name: 'Répondre autrement' });
    for (let left = await others.count(); left > 0; left--) {
      await others.first().click();
      // It goes with the press: the next one is the first only then.
      await expect(others).toHaveCount(left - 1);
    }
  }

  async answerLine(sign: string, said: Said): Promise<void> {
    await this.answerOtherwise();
    await this.otherAnswer(sign).click();
    await this.fieldOf(sign, said).check();
  }

  /** A date; what is left out stays empty. */
  async date(question: string | RegExp, [day = '', month = '', year = '']: readonly string[]): Promise<void> {
    const group = this.group(question);
    await group.getByRole('textbox', { name: 'Jour' }).fill(day);
    await group.getByRole('textbox', { name: 'Mois' }).fill(month);
    await group.getByRole('textbox', { name: 'Année' }).fill(year);
  }

  /** An age or a margin, in years and months. */
  async months(question: string | RegExp, years: number, months: number): Promise<void> {
    const group = this.group(question);
    await group.getByRole('textbox', { name: 'ans' }).fill(String(years));
    await group.getByRole('textbox', { name: 'mois' }).fill(String(months));
  }

  /** Asks what recording would do. */
  async verify(): Promise<void> {
    await this.page.getByRole('button', { name: 'Vérifier', exact: true }).click();
    await expect(this.heading).toHaveText('Vérifier avant d’enregistrer');
  }

  /** Verifies and records. */
  async recordStep(): Promise<void> {
    await this.verify();
    await this.confirm();
  }

  /** Records what is being verified. */
  async confirm(): Promise<void> {
    await this.page.getByRole('button', { name: /^Enregistrer/ }).click();
    await expect(this.heading).toHaveText('C’est enregistré');
  }
}
