import type { Slide } from '@repere/training';
import type { SlideDto } from './presentation.dto';

/** As the room sees it: without the notes of whoever leads. */
export const showSlide = ({ id, kind, title, when, told, words, documents, points }: Slide): SlideDto => ({
  ...{ id, kind, title, when, told, words, documents },
  points: points.map(({ says, isRight = null, because = null }) => ({ says, isRight, because })),
});
