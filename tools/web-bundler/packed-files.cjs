const { createReadStream, createWriteStream } = require('node:fs');
const { glob } = require('node:fs/promises');
const { join } = require('node:path');
const { pipeline } = require('node:stream/promises');
const { constants, createBrotliCompress, createGzip } = require('node:zlib');

const TEXT = '**/*.{js,css,svg,json}';
const WAYS = {
  br: () =>
    createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  gz: () => createGzip({ level: constants.Z_BEST_COMPRESSION }),
};

/** Beside each file of text the same, packed as small as it gets: the server hands out what was packed once. */
async function packFiles(folder) {
  for await (const name of glob(TEXT, { cwd: folder }))
    for (const [ending, pack] of Object.entries(WAYS)) {
      const file = join(folder, name);
      await pipeline(createReadStream(file), pack(), createWriteStream(`${file}.${ending}`));
    }
}

module.exports = { packFiles };
