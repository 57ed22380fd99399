import type { Words } from '@repere/cases';
import { civilDate, localDay } from '@repere/feel';
import { BREACH_COSTS, groupLost } from '@repere/training';
import { moment } from '../../platform/answers/show-moment';
import { CAST } from '../beginning/training-cast';
import type { TrainerNoteDto } from '../notes/notes.dto';
import type { AnsweredQuestionDto } from '../questions/questions.dto';
import type { ShownScore } from '../score/score-space.service';
import { CLOSING, COUNTED, DEBRIEF_WORDS, MODE_WORDS, PART_WORDS } from './debrief-words';
import type { DebriefLanguage } from './debrief.dto';
import type { PrintedDebrief } from './printed-debrief';

/** What a debrief on paper is made of. */
export interface DebriefContent {
  readonly score: ShownScore;
  /** What whoever leads noted for themselves; `null`: it is no paper for them alone. */
  readonly notes: readonly TrainerNoteDto[] | null;
  /** What the space is called. */
  readonly group: string;
}

/** For whom: their language, and the zone of the story. */
export interface DebriefReader {
  readonly language: DebriefLanguage;
  readonly zone: string;
}

/** Who of the fictional team acts is named; anybody else is the class: somebody may have come in by their real name. */
const NAMED: ReadonlySet<string> = new Set(CAST.map(({ name }) => name));

export function showDebrief(
  { score, notes, group }: DebriefContent,
  { language, zone }: DebriefReader,
): PrintedDebrief {
  const say = (words: Words): string => words[language];
  const when = (at: string): string => moment(at, zone, language);
  const grounds = (basis: readonly string[]): readonly string[] =>
    basis.length > 0 ? [say({ fr: 'Sources\u00a0: ', en: 'Sources: ' }) + basis.join(' · ')] : [];
  const { year, month, day } = civilDate(localDay(Date.parse(score.now), zone));
  const { points, of, percent, open, parts, unratedReasons } = score.figures;
  return {
    language,
    date: [year, month, day],
    about: [
      say(score.title),
      `${group} · ${say(MODE_WORDS[score.mode])} · ${say({ fr: 'compté le', en: 'counted on' })} ${when(score.now)}`,
      ...(score.limit?.secondsLeft === 0 ? [say(COUNTED.uncounted(score.uncounted))] : []),
    ],
    warning: notes && say(DEBRIEF_WORDS.private),
    score: {
      figure: of > 0 ? `${String(percent)}\u00a0% – ${pointsOf(points, of)[language]}` : say(NOTHING_COUNTS),
      lines: [
        ...(open > 0 ? [say(COUNTED.open(open))] : []),
        ...(unratedReasons > 0 ? [say(COUNTED.unrated(unratedReasons))] : []),
        say(COUNTED.breach(BREACH_COSTS)),
      ],
      parts: parts
        .filter((it) => it.of > 0 || it.points !== 0)
        .map((it) => ({
          part: say(PART_WORDS[it.part]),
          said: it.of > 0 ? pointsOf(it.points, it.of)[language] : String(it.points),
        })),
    },
    lost: groupLost(score.lost).map((it) => ({
      title: say(it.title),
      why: say(it.why),
      about: [
        ...it.protocols.map(say),
        ...it.parts.map((part) => say(PART_WORDS[part])),
        say(COUNTED.points(it.points)),
        when(it.at),
        ...grounds(it.basis),
      ].join(' · '),
      notes: score.lost.filter(({ key }) => it.keys.includes(key)).flatMap((point) => point.notes.map(say)),
    })),
    met: score.met.map((it) => [`${say(it.title)} – ${when(it.at)}`, ...grounds(it.basis)].join(' · ')),
    debrief: score.debrief.map((it) => [say(it.says), ...grounds(it.basis)].join(' ')),
    questions: score.questions.map((it) => ({
      ask: say(it.ask),
      said: [answered(it, say, when), ...grounds(it.basis)].join(' '),
      choices: it.choices.map(({ says, isRight, because, times }) => ({
        said: times === null ? say(says) : `${say(says)} (${say(COUNTED.times(times))})`,
        isRight: isRight === true,
        because: because && say(because),
      })),
    })),
    timeline: [
      ...score.timeline.map(({ at, who, what }) => ({
        ...{ at, isNote: false },
        what: who === null ? say(what) : `${whoActs(who)[language]} ${say(what)}`,
      })),
      ...(notes ?? []).map(({ at, words }) => ({
        ...{ at, isNote: true },
        what: say({ fr: `Ma note\u00a0: ${words}`, en: `My note: ${words}` }),
      })),
    ]
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .map(({ at, ...line }) => ({ ...line, when: when(at) })),
    closing: CLOSING.map(say),
    words: sayAll(say),
  };
}

const sayAll = (say: (words: Words) => string): PrintedDebrief['words'] =>
  Object.fromEntries(
    Object.entries(DEBRIEF_WORDS).map(([name, words]) => [name, say(words)]),
  ) as PrintedDebrief['words'];

const NOTHING_COUNTS: Words = { fr: 'Rien n’est encore à compter.', en: 'There is nothing to count yet.' };

const pointsOf = (points: number, of: number): Words => ({
  fr: `${String(points)} sur ${String(of)}`,
  en: `${String(points)} of ${String(of)}`,
});

const whoActs = (who: string): Words =>
  NAMED.has(who) ? { fr: who, en: who } : { fr: 'La classe', en: 'The class' };

function answered(
  { choices, forClass, answeredAt }: AnsweredQuestionDto,
  say: (words: Words) => string,
  when: (at: string) => string,
): string {
  if (answeredAt === null) return say({ fr: 'Personne n’a répondu.', en: 'Nobody answered.' });
  const said = choices.find(({ id }) => id === forClass)?.says;
  const at = when(answeredAt);
  return said
    ? say({ fr: `La classe, le ${at}\u00a0: ${said.fr}`, en: `The class, ${at}: ${said.en}` })
    : say({ fr: `Chacun a répondu, jusqu’au ${at}.`, en: `Each answered, until ${at}.` });
}
