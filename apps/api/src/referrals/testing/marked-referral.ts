import type { FieldClass } from '@repere/access';
import type { CaseClient } from '../../cases/testing/case-client';
import type { CaseFileDto } from '../../cases/page/case-file.dto';

/** What is written into the case, one mark a class; each is found in what shows that class, and nowhere else. */
export const MARKS: Readonly<Record<FieldClass, string>> = {
  identity: 'Nomdefamillezk',
  people: 'Confiancewq',
  contact: 'Parlecolevx',
  places: 'Lieuevitezy',
  health: 'dispensaire',
  judicial: 'mandat du tribunal',
  situation: 'fait voler',
  narrative: 'Vuetditjq',
  opinion: 'Avisamoikz',
  staff: 'formé·e',
};

/** Seen or said, in a step that asks for an opinion as well: no referral carries it. */
export const BESIDE_OPINIONS = 'Ditaussiqk';

/** A case in which something of every class is recorded, and a word beside an answer on health. */
export async function markedReferral(cases: CaseClient): Promise<CaseFileDto> {
  const { id } = await cases.opened({
    child: { familyName: MARKS.identity, birth: '2010-05-12', gender: 'girl', phones: ['06 12 34 56 78'] },
  });
  const tell = async (values: object): Promise<void> => {
    const { state } = await cases.readCase(id);
    const { status, body } = await cases.sendAct(id, 'facts', { values }, { seq: state.seq });
    if (status >= 300) throw new Error(JSON.stringify(body));
  };
  await tell({ reach_is_safe: 'yes', reach_by: MARKS.contact });
  await tell({ beds_refused: MARKS.places });
  await tell({ clinic: 'dispensary', mandate: 'court' });
  await tell({ trusted: MARKS.people });
  await cases.completed(id, 'welcome', 'arrive', {
    values: {
      peril_seen: 'no',
      bitten: { answer: 'unknown', note: 'Apartequ' },
      needs_now: MARKS.narrative,
    },
  });
  await cases.completed(id, 'welcome', 'watch', {
    values: {
      frailties: {},
      signs: {},
      made_to_steal: 'no',
      remarks: BESIDE_OPINIONS,
      opinion: MARKS.opinion,
      taught: 'yes',
    },
    note: 'Noteqz',
  });
  await cases.sendAct(id, 'notes', { note: 'Noteqz' });
  await cases.sendAct(id, 'people', { name: 'Personneqw', relation: 'friend' });
  return cases.readCase(id);
}
