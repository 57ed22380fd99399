/** A longer first sentence is no title. */
const LONGEST_TITLE = 130;

/** The first sentence of a story, which says what happens, and the rest of it; no title where that is too long to be one. */
export function titleOfStory(story: string): { readonly title: string; readonly rest: string } {
  const text = story.trim();
  const end = [...text.matchAll(/[.!?](?=\s)/g)][0]?.index ?? text.length - 1;
  const title = text.slice(0, end + 1).replace(/\.$/, '');
  return title.length > LONGEST_TITLE
    ? { title: '', rest: text }
    : { title, rest: text.slice(end + 1).trim() };
}
