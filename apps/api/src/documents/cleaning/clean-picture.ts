import type { Metadata, Sharp } from 'sharp';
import { FileFaultError, MOST_PIXELS } from './cleaned-file';

/** Nobody sees the difference on paper. */
const JPEG_QUALITY = { quality: 90 } as const;

/**
 * A picture drawn anew from its pixels, as it is seen: where and when it was taken, by which machine, its small preview and what hides
 * behind its end are gone.
 */
export async function cleanPicture(picture: Uint8Array, as: 'image/jpeg' | 'image/png'): Promise<Uint8Array> {
  const drawn = (await openPicture(picture)).image.autoOrient().toColourspace('srgb');
  return as === 'image/png' ? pixels(drawn.png()) : jpegOf(drawn);
}

/** What the library reads of a picture, of which it draws no more pixels than are allowed. */
export async function openPicture(
  picture: Uint8Array,
): Promise<{ readonly image: Sharp; readonly about: Metadata }> {
  const { default: sharp } = await import('sharp');
  // One after the other, and nothing is kept of one for the next.
  sharp.concurrency(1);
  sharp.cache(false);
  const image = sharp(picture, { limitInputPixels: false, failOn: 'error' });
  const about = await image.metadata().catch(unread);
  if (about.width * about.height > MOST_PIXELS) throw new FileFaultError('too-many-pixels');
  return { image, about };
}

/** As JPEG. */
export const jpegOf = (drawn: Sharp): Promise<Uint8Array> => pixels(drawn.jpeg(JPEG_QUALITY));

const pixels = async (drawn: Sharp): Promise<Uint8Array> => drawn.toBuffer().catch(unread);

const unread = (): never => {
  throw new FileFaultError('unread-picture');
};
