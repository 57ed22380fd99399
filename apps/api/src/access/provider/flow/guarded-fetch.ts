import type { CustomFetch } from 'openid-client';

const MOST_BYTES = 256 * 1024;

/** What a provider said that we do not read: from an address that is not its own, or too long. */
export class ProviderFault extends Error {}

/**
 * A fetch that reaches these origins only, follows no redirect, and reads no more than 256 KiB: metadata that a provider
 * serves can't send us to look at a neighbour of ours.
 */
export const guardedFetch =
  (origins: ReadonlySet<string>): CustomFetch =>
  async (url, { body, ...options }) => {
    if (!origins.has(new URL(url).origin)) throw new ProviderFault('an address of another origin');
    const response = await fetch(url, { ...options, body: body ?? null, redirect: 'manual' });
    return new Response(await readLimited(response), {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    });
  };

async function readLimited({ body, status }: Response): Promise<Buffer<ArrayBuffer> | null> {
  if (!body || status === 204) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new ProviderFault('a longer answer than anybody needs');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
