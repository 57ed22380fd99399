import type { ProtocolSummary, ScenarioSummary } from '@repere/contract';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { StoryList } from './story-list';

const OLD = {
  ...{ protocol: 'shelter', version: '1.0.0', inForce: '2.0.0' },
  title: { fr: 'Abri', en: 'Shelter' },
};

const story = (id: string, protocols: readonly string[]): ScenarioSummary => ({
  ...{
    id,
    title: { fr: `Le cas ${id}`, en: `Story ${id}` },
    summary: { fr: 'Elle part.', en: 'She leaves.' },
  },
  ...{ protocol: protocols[0] ?? '', protocols, minutes: 20, child: 'Nobody', objectives: [] },
  // Of the first a newer version is in force.
  outOfForce: id === 'one' ? [OLD] : [],
});

async function shown(): Promise<void> {
  const api = await prepare('en');
  const opening = openPage(StoryList, {
    scenarios: [story('one', ['shelter']), story('two', ['papers', 'shelter'])],
  });
  (await sent(api, 'GET', '/api/protocols')).flush([] satisfies readonly ProtocolSummary[]);
  await opening;
  await settled();
}
const links = (): readonly (string | null)[] => screen.getAllByRole('link').map((it) => it.textContent);

describe('stories to play', () => {
  it('lead to their page, with what happens folded', async () => {
    await shown();
    expect(screen.getByRole('link', { name: 'Story one' }).getAttribute('href')).toBe('/formation/one');
    const folded = screen.getByLabelText('The story, and what is learnt: Story one').closest('details');
    expect([folded?.hasAttribute('open'), folded?.textContent.includes('She leaves.')]).toEqual([
      false,
      true,
    ]);
  });

  it('say which version holds where they practise another', async () => {
    await shown();
    const lines = screen.getAllByRole('listitem').map((it) => it.textContent);
    expect(lines.find((it) => it.includes('Story one'))).toMatch(/Shelter.*1\.0\.0.*2\.0\.0/);
    expect(lines.find((it) => it.includes('Story two'))).not.toContain('1.0.0');
  });

  it('are found by any protocol that is practised in them', async () => {
    await shown();
    await userEvent.selectOptions(screen.getByLabelText('Protocol'), 'papers');
    expect(links()).toEqual(['Story two']);
    await userEvent.selectOptions(screen.getByLabelText('Protocol'), 'shelter');
    expect(links()).toEqual(['Story one', 'Story two']);
    await userEvent.selectOptions(screen.getByLabelText('Protocol'), 'Every protocol');
    expect(links()).toHaveLength(2);
  });
});
