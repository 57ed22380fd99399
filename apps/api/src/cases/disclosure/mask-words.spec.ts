import { REDACTED_CLASSES } from '@repere/access';
import { MASK } from '@repere/cases';
import { factsByRole, type FieldClass } from '@repere/protocol';
import type { JournalEntry } from '@repere/case-engine';
import type { Configuration } from '../../platform/settings/configuration';
import { SHIPPED_PROTOCOLS } from '../../testing/protocol-folders';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { LoadedCase } from '../reading/loaded-case';
import { maskOf } from './mask-words';
import { plantedCase } from './testing/planted-case';

const SAID = 'Ysoline Vergassol, née le 12/04/2011, connaît Awa Diallo, Mme Vergassol et Gontran.';

describe('names in words that are shown', () => {
  let file: LoadedCase;
  beforeAll(() => {
    const library = new ProtocolLibrary({
      protocolsDir: SHIPPED_PROTOCOLS,
    } as Configuration);
    const [version] = library.documents.values();
    if (!version) throw new Error('no protocol');
    const { row, key, published, territory, state } = plantedCase(library, version).file;
    const { fact: list, field = '' } = factsByRole(library.shared).get('person-name') ?? {};
    const adult = (id: string, who: string) => ({
      kind: 'facts-recorded',
      list,
      values: {},
      row: { id, values: { [field]: who } },
    });
    file = new LoadedCase(
      row,
      key,
      { calledName: 'Ysoline', familyName: 'Vergassol', birth: '2011-04-12' },
      [
        adult('1', 'Awa Diallo'),
        adult('2', 'Josiane Vergassol'),
        adult('3', 'Gontran Dubosquet'),
      ] as unknown as readonly JournalEntry[],
      published,
      territory,
      [],
      () => state,
    );
  });

  const told = (redacted: readonly FieldClass[]): string => maskOf(file, new Set(redacted))(SAID);

  it.each(['partner', 'break-glass-restricted'] as const)(
    'are those of the child alone to %s, who does not see people',
    (relation) => {
      expect(told(REDACTED_CLASSES[relation])).toBe(
        `Ysoline Vergassol, née le 12/04/2011, connaît ${MASK} ${MASK}, Mme Vergassol et ${MASK}.`,
      );
    },
  );

  it('are nobody’s to who sees neither the child’s identity nor people', () => {
    for (const redacted of [
      REDACTED_CLASSES['second-opinion'],
      ['identity'],
      ['identity', 'people'],
    ] as const)
      expect(told(redacted)).toBe(
        `${MASK} ${MASK}, née le ${MASK}, connaît ${MASK} ${MASK}, Mme ${MASK} et ${MASK}.`,
      );
  });

  it('are everybody’s to who sees both', () => {
    for (const redacted of [REDACTED_CLASSES.lead, REDACTED_CLASSES.mission, REDACTED_CLASSES['break-glass']])
      expect(told(redacted)).toBe(SAID);
  });
});
