const target = `http://127.0.0.1:${process.env.REPERE_API_PORT ?? 4301}`;

/** What the development server of the pages leaves to the API. The name of the host stays: sessions and origins hang on it. */
module.exports = {
  '^/(api|health|swagger)(/|$)': { target },
  '^(/s/[a-z0-9][a-z0-9-]{0,30})?/feuille(/sources)?$': { target },
};
