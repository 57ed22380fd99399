import { screen, waitFor } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { openPage, prepare } from '../../../testing/open-page';
import { NewPasswordField } from './new-password-field';

const owner = { login: 'nora', name: 'Nora Exemple' };

async function shown(language: 'fr' | 'en' = 'fr'): Promise<HTMLElement> {
  await prepare(language);
  await openPage(NewPasswordField, { fieldId: 'new', label: 'Nouveau', owner });
  return screen.getByLabelText('Nouveau');
}
const said = (words: RegExp): Promise<void> =>
  waitFor(
    () =>
      expect(document.getElementById('new-strength')?.textContent?.replaceAll('\u00a0', ' ')).toMatch(words),
    {
      timeout: 8_000,
    },
  );

describe('NewPasswordField', () => {
  it('counts what is missing, then says how strong it is, to a screen reader as well', async () => {
    const field = await shown();
    expect(document.getElementById('new-strength')?.getAttribute('aria-live')).toBe('polite');
    await userEvent.type(field, 'court');
    await said(/^Encore 10 caractères\.$/);
    await userEvent.clear(field);
    await userEvent.type(field, 'motdepassemotdepasse');
    await said(
      /^Force : très faible, refusé\. Les caractères répétés comme « abcabcabc » sont faciles à deviner\.$/,
    );
    await userEvent.clear(field);
    await userEvent.type(field, 'quatre chevaux bleus');
    await said(/^Force : solide\.$/);
  });

  it('says so in English, and names what is of the name', async () => {
    const field = await shown('en');
    await userEvent.type(field, 'Nora Exemple nora');
    await said(/made of your name or your login/);
    await userEvent.clear(field);
    await userEvent.type(field, 'passwordpassword');
    await said(/^Strength: very weak, refused\..*\.$/);
  });

  it('shows what is typed when asked to, by keyboard', async () => {
    const field = await shown();
    expect(field.getAttribute('type')).toBe('password');
    await userEvent.click(field);
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(screen.getByLabelText('Nouveau').getAttribute('type')).toBe('text'));
  });
});
