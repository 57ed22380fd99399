import { summary } from '../../testing/fake-protocol';
import { openPage, prepare, sent } from '../../testing/open-page';
import { ProtocolsPage } from './protocols-page';

const both = (words: string) => ({ fr: words, en: words });

async function shown(language: 'fr' | 'en' = 'fr') {
  const api = await prepare(language);
  const opening = openPage(ProtocolsPage);
  (await sent(api, 'GET', '/api/protocols')).flush([
    summary({ proof: 'bounded' }),
    summary({ version: '0.9.0', hash: 'old', inForce: false, proof: 'proven' }),
    summary({ protocol: 'night', code: 'P0-Z', title: both('Nuit'), hash: 'night' }),
  ]);
  const { nativeElement } = await opening;
  return nativeElement as HTMLElement;
}

describe('the list of protocols', () => {
  it('has those that hold today, each leading to its text', async () => {
    const links = [...(await shown()).querySelectorAll('h2 a')];
    expect(links.map((link) => [link.textContent.trim(), link.getAttribute('href')])).toEqual([
      ['P0 – Abri', '/protocoles/shelter/1.0.0'],
      ['P0-Z – Nuit', '/protocoles/night/1.0.0'],
    ]);
  });

  it('says how far each is proven; what was searched in part is not called proven', async () => {
    const words = [...(await shown('en')).querySelectorAll('app-proof-word')].map((it) =>
      it.textContent.trim(),
    );
    expect(words).toEqual(['Proven in part', 'Proof under way']);
  });

  it('marks a sub-protocol', async () => {
    const lines = [...(await shown()).querySelectorAll('li')];
    expect(lines.map((line) => line.textContent.includes('Sous-protocole de P0 – Abri'))).toEqual([
      false,
      true,
    ]);
  });
});
