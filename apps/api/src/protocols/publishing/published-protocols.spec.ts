import { compileProtocols } from '@repere/case-engine';
import type { ProtocolDocument } from '@repere/protocol';
import { LOST_KEY, SHARED } from '@repere/protocol/testing';
import { PublishedProtocols, type PublishedVersion } from './published-protocols';

const NEVER = new Date(0);
const version = (document: ProtocolDocument, base: string | null): [string, PublishedVersion] => [
  `${document.protocol}@${document.version}`,
  { document, hash: '', base, territory: base && '93', publishedAt: NEVER, inForceFrom: NEVER },
];
const [first] = LOST_KEY.steps;
const added = { ...first, id: 'ring_the_town_hall' } as ProtocolDocument['steps'][number];
const later = { ...LOST_KEY, version: '1.1.0' };
const local = { ...LOST_KEY, version: '1.0.0+93', steps: [...LOST_KEY.steps, added] };
const published = new PublishedProtocols(
  new Map([version(local, '1.0.0'), version(LOST_KEY, null), version(later, null)]),
  compileProtocols(SHARED, [LOST_KEY]),
  0,
);

describe('published protocols', () => {
  it('take titles from the newest version, and from territories what those add', () => {
    const versions = published.titledIn('lost-key').map((it) => it.version);
    expect(versions).toEqual(['1.1.0', '1.0.0', '1.0.0+93']);
    expect(published.titledIn('nothing')).toEqual([]);
  });

  it('are those without overlays where a version is chosen', () => {
    expect(published.versionsOf('lost-key').map((it) => it.document.version)).toEqual(['1.1.0', '1.0.0']);
  });
});
