import { Referring } from '../referrals/testing/referring';
import { AppointmentClient } from './testing/appointment-client';

describe('the calendar of a child of whom a part was referred', () => {
  let referring: Referring;
  beforeAll(async () => {
    referring = await Referring.start();
    await referring.opened();
    await new AppointmentClient(referring.lead.client, referring.file.id).planned({ kind: 'confrontation' });
  });
  afterAll(() => referring.service.stop());

  const daysOf = async ({ client }: typeof referring.lead): Promise<number> =>
    ((await client.download('/reminders/calendar')).content.toString().match(/BEGIN:VEVENT/g) ?? []).length;

  it('is read by who works with the child, on their list and in their file', async () => {
    const { items } = await new AppointmentClient(referring.lead.client, referring.file.id).listOwn();
    expect(items).toMatchObject([{ kind: 'confrontation', caseFileId: referring.file.id }]);
    expect(await daysOf(referring.lead)).toBeGreaterThan(0);
  });

  it('is not there for the partner: neither what, nor when', async () => {
    expect(await referring.reads()).toBe(200);
    expect((await referring.partner.client.get('/appointments')).status).toBe(403);
    expect((await referring.partner.client.get(`/case-files/${referring.file.id}/appointments`)).status).toBe(
      404,
    );
    expect(await daysOf(referring.partner)).toBe(0);
  });
});
