import type { ServiceImportsDto } from '../../directory/import/service-imports.dto';
import type { DirectoryServicesDto } from '../../directory/services/services.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import { Asking, NO, refusal } from './testing/asking';

describe('a service that leaves the directory while it is asked', () => {
  let asking: Asking;
  beforeAll(async () => {
    asking = await Asking.start();
  });
  afterAll(() => asking.stop());
  beforeEach(() => asking.passDays());

  const remove = (id: string, query = '', by = asking.administrator) =>
    asking.referring.sendAs<ProblemDto>(by, 'delete', `/services/${id}${query}`);
  const record = (requestId: string, answer: object) =>
    asking.referring.sendAs<ProblemDto>(
      asking.referring.lead,
      'post',
      asking.referring.addressOf(`capacity-questions/requests/${requestId}/answers`),
      answer,
    );

  it('keeps its name and numbers where it was asked, takes an answer, and is told of no child', async () => {
    const id = await asking.addService({ name: 'Foyer du Pont', phones: ['01 99 00 12 77'] });
    await asking.askPlaces([id]);
    const { id: requestId } = await asking.requestTo(id);
    expect(await asking.requestTo(id)).toMatchObject({ hasLeft: false });
    expect((await remove(id, '?although=asked')).status).toBe(204);
    expect(await asking.requestTo(id)).toMatchObject({
      ...{ service: { id, name: 'Foyer du Pont' }, phones: ['01 99 00 12 77'], hasLeft: true },
    });
    expect((await record(requestId, { answer: 'yes', heldHours: 2 })).status).toBe(204);
    expect(await asking.requestTo(id)).toMatchObject({ state: 'yes', hasLeft: true });
    const told = await asking.referring.sendAs<ProblemDto>(
      asking.referring.lead,
      'post',
      asking.referring.addressOf(`capacity-questions/requests/${requestId}/told`),
      {
        ...{ what: 'Une place cette nuit', ground: 'shared-secret', classes: ['identity'], how: 'spoken' },
        ...{
          why: 'Une place',
          isBound: true,
          nobodyAroundWorksThere: true,
          child: { told: 'yes' },
          parents: { told: 'yes' },
        },
      },
    );
    expect([told.status, refusal(told.body)]).toEqual([422, [['not-in-directory', 'serviceId']]]);
    expect((await asking.askAll({ serviceIds: [id] })).status).toBe(400);
  });

  it('is removed once its answer came to nothing, and says before what waits for it', async () => {
    const [silent, holding, other] = [
      await asking.addService(),
      await asking.addService(),
      await asking.addService(),
    ];
    await asking.askPlaces([silent, holding]);
    const { id: waiting } = await asking.requestTo(silent);
    await record((await asking.requestTo(holding)).id, { answer: 'yes', heldHours: 2 });
    expect((await remove(other)).status).toBe(204);
    for (const [id, count] of [
      [silent, ['1', '0']],
      [holding, ['0', '1']],
    ] as const) {
      const { status, body } = await remove(id);
      expect([status, refusal(body)]).toEqual([422, ['asked-now']]);
      expect(body.reasons?.[0]?.text.fr.match(/\d+/g)).toEqual(count);
    }
    // Of whom it is asked, nobody who keeps the directory learns.
    expect(JSON.stringify((await remove(holding)).body)).not.toContain(asking.referring.file.id);
    await record(waiting, NO);
    expect((await remove(silent)).status).toBe(204);
    for (const odd of ['?although=yes', '?although=asked&although=asked', '?evenSo=1'])
      expect((await remove(holding, odd)).status).toBe(400);
    expect((await remove(holding, '?although=asked', asking.referring.lead)).status).toBe(403);
    // Its time to answer goes by, and the place is held no more.
    await asking.passDays();
    await asking.tamper(
      `UPDATE capacity_event SET held_until = held_until - interval '2 days' WHERE kind = 'yes'`,
    );
    expect((await remove(holding)).status).toBe(204);
  });

  it('counts what accounts of it have yet to answer, and asks as well before an import is undone', async () => {
    const { referring, administrator } = asking;
    const waiting = async (path: string) => {
      const { status, body } = await referring.sendAs<ProblemDto>(administrator, 'delete', path);
      return [status, body.reasons?.[0]?.text.fr.match(/\d+/g)];
    };
    const table =
      'nom;type;departements;besoins\nFoyer A fictif;ngo;93;bed-tonight\nFoyer B fictif;ngo;93;\n';
    await referring.sendAs(administrator, 'post', '/service-imports', { table });
    const [taken] = (await administrator.client.get<ServiceImportsDto>('/service-imports')).body.items;
    const { items } = (
      await administrator.client.post<DirectoryServicesDto>('/services/search', { text: 'Foyer A fictif' })
    ).body;
    const id = items[0]?.id ?? '';
    const undo = `/service-imports/${taken?.id ?? ''}`;
    const member = await asking.addMember(id);
    referring.partner = member;
    await referring.opened({ need: 'legal-help' });
    expect([await waiting(`/services/${id}`), await waiting(undo)]).toEqual([
      [422, ['1', '0']],
      [422, ['1', '0']],
    ]);
    expect(JSON.stringify((await referring.sendAs(administrator, 'delete', undo)).body)).not.toContain(
      referring.file.id,
    );
    // Nothing of it is undone.
    expect((await administrator.client.get<ServiceImportsDto>('/service-imports')).body.items).toMatchObject([
      { untouched: 2, undoneAt: null },
    ]);
    expect((await referring.sendAs(administrator, 'delete', `${undo}?although=all`)).status).toBe(400);
    const no = { answer: 'refused', reason: 'full' };
    expect((await referring.answerAs(member, no)).status).toBe(204);
    expect((await remove(id)).status).toBe(204);
    await referring.another();
    expect((await referring.sendAs(administrator, 'delete', `${undo}?although=asked`)).status).toBe(200);
    expect((await referring.sendAs(administrator, 'delete', `${undo}?although=asked`)).status).toBe(404);
  });
});
