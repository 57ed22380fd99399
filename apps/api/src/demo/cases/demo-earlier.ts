import type { DayOf, DemoChild, DemoActs } from './demo-act';
import { intake, noSign, nothingSeen, safeContact } from './demo-identification';
import { knownHere, protectedSince } from './demo-protection';
import type { ChildDto } from '../../cases/opening/child.dto';

const DAY = 24;

/** Opened before 1.0.0 came into force and followed under 0.9.0 since: what a trial of the new version is about. */
export const earlierChildren = (
  people: Readonly<Record<'camille' | 'rene' | 'sacha' | 'dominique' | 'rosa' | 'sofia', DemoActs>>,
  dayOf: DayOf,
): readonly DemoChild[] => {
  const { camille, rene, sacha, dominique, rosa, sofia } = people;
  const toCrip = (child: ChildDto, worker: DemoActs, supervisor: DemoActs, days: number): DemoChild => ({
    child,
    urgentDangerSeen: 'yes',
    openedBy: worker.by,
    hoursAgo: days * DAY,
    acts: [
      ...protectedSince(worker, days * DAY, { supervisor, dayOf, to: 'crip' }),
      worker.did((days - 14) * DAY, 'protection', 'crip_progress', { values: {}, by: [{ role: 'CRIP' }] }),
    ],
  });
  const toProsecutor = (
    child: ChildDto,
    worker: DemoActs,
    supervisor: DemoActs,
    days: number,
  ): DemoChild => ({
    child,
    urgentDangerSeen: 'yes',
    openedBy: worker.by,
    hoursAgo: days * DAY,
    acts: [
      ...protectedSince(worker, days * DAY, { supervisor, dayOf, to: 'prosecutor' }),
      worker.did((days - 6) * DAY, 'protection', 'prosecutor_answer', {
        values: {},
        by: [{ role: 'PROC' }],
      }),
    ],
  });
  const withoutSign = (child: ChildDto, worker: DemoActs, supervisor: DemoActs, days: number): DemoChild => ({
    child,
    urgentDangerSeen: 'no',
    openedBy: worker.by,
    hoursAgo: days * DAY,
    acts: [
      worker.did(days * DAY - 0.1, 'identification', 'intake', intake('no')),
      worker.did(days * DAY - 0.2, 'identification', 'contact', safeContact),
      worker.did(days * DAY - 0.3, 'identification', 'who', knownHere(dayOf(days))),
      worker.did(days * DAY - 2, 'identification', 'signs', nothingSeen),
      worker.did((days - 1) * DAY, 'identification', 'status', noSign),
      worker.approved((days - 1) * DAY - 4, supervisor.by, 'identification', 'status'),
    ],
  });
  return [
    toCrip({ calledName: 'Marjolaine', birth: '2010', gender: 'girl' }, rene, sacha, 52),
    toCrip({ calledName: 'Mirabelle', birth: '2011-12', gender: 'girl' }, rosa, sofia, 66),
    toCrip({ calledName: 'Grésil', birth: '2009-08-15', gender: 'boy' }, dominique, sofia, 44),
    toProsecutor({ calledName: 'Embrun', birth: '2010-01', gender: 'boy' }, rene, sacha, 73),
    toProsecutor({ calledName: 'Jonquille', birth: '2011', gender: 'girl' }, rosa, sofia, 58),
    toProsecutor({ calledName: 'Tournesol', birth: '2009-06', gender: 'girl' }, camille, sacha, 38),
    withoutSign({ calledName: 'Hérisson', birth: '2013-02', gender: 'boy' }, rosa, sofia, 47),
    withoutSign({ calledName: 'Sapin', birth: '2012-11', gender: 'boy' }, dominique, sofia, 61),
    withoutSign({ calledName: 'Vanille', birth: '2014', gender: 'girl' }, rene, sacha, 36),
  ];
};
