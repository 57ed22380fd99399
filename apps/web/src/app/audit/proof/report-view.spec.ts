import type { BundleReport } from '@repere/audit';
import { screen } from '@testing-library/dom';
import { openPage, prepare } from '../../../testing/open-page';
import { ReportView } from './report-view';

const said = (words: string) => ({ fr: words, en: `${words} (en)` });
const show = async (report: BundleReport) => {
  await prepare();
  return openPage(ReportView, {
    checked: { name: 'preuve.zip', hash: 'ab'.repeat(32), report },
    at: '2 avril 2025',
  });
};

describe('what verifying has found', () => {
  afterEach(() => document.body.replaceChildren());

  it('begins with the verdict, and says what was not checked and what can’t be proved', async () => {
    await show({
      verdict: 'sound',
      entries: 12,
      checks: [{ check: 'replay', outcome: 'not-possible', said: said('Intact, rejeu impossible') }],
      limits: [said('Vous n’avez pas donné de point de contrôle')],
    });
    expect(screen.getAllByRole('heading')[0]?.textContent).toContain('Intact');
    expect(screen.getByRole('heading', { name: /Le rejeu du journal non vérifié/ })).toBeTruthy();
    expect(screen.getByText('Vous n’avez pas donné de point de contrôle')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Ce qu’aucune vérification ne prouve' })).toBeTruthy();
  });

  it('says of a training space that nothing there is real', async () => {
    await show({ verdict: 'exercise', entries: 12, checks: [], limits: [] });
    const played = screen.getByRole('region', { name: 'Exercice, rien de réel' });
    expect(played.textContent).toContain('rien de ce qui s’y trouve n’a eu lieu');
  });

  it('never says intact of what nobody known has signed', async () => {
    await show({ verdict: 'unknown-signer', entries: 12, checks: [], limits: [] });
    const verdict = screen.getByRole('region', { name: 'Cohérent, signataire inconnu' });
    expect(verdict.textContent).toContain('n’importe qui peut en fabriquer un pareil');
    expect(document.body.textContent).not.toMatch(/intact/i);
  });

  it('names the act at fault and its place before the file that was changed', async () => {
    await show({
      verdict: 'tampered',
      checks: [
        {
          check: 'files',
          outcome: 'failed',
          said: said('entries.jsonl a été modifié'),
          file: 'entries.jsonl',
        },
        {
          check: 'openings',
          outcome: 'failed',
          said: said('L’acte 3'),
          leaf: 6,
          file: 'cases/x/entries.jsonl',
        },
      ],
      limits: [],
    });
    const verdict = screen.getByRole('region', { name: 'Altéré' });
    expect(verdict.textContent).toContain('L’acte 3');
    expect(verdict.textContent).toContain('cases/x/entries.jsonl');
    expect(screen.queryByRole('heading', { name: 'Ce qui n’a pas été vérifié' })).toBeNull();
  });

  it('lists no check of what could not be read', async () => {
    await show({
      verdict: 'unreadable',
      checks: [{ check: 'files', outcome: 'failed', said: said('tronquée') }],
      limits: [],
    });
    expect(screen.getByRole('region', { name: 'N’a pu être vérifié' }).textContent).toContain('tronquée');
    expect(screen.queryByRole('heading', { name: 'Ce qui a été vérifié' })).toBeNull();
  });
});
