# Repère for a server: builds the API and the web app, then keeps only what runs there: the pages have their packages inside.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /repere
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts && npm rebuild esbuild @swc/core
COPY . .
RUN npx nx run-many -t build -p api web cli --output-style=static \
 && node tools/supply-chain/write-sbom.mjs \
 && node tools/server/keep-server-packages.mjs \
 && npm prune --omit=dev --ignore-scripts

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production PORT=4300 REPERE_WEB_DIR=/repere/dist/apps/web/browser
WORKDIR /repere
COPY --from=build /repere/node_modules ./node_modules
COPY --from=build /repere/dist ./dist
COPY --from=build /repere/protocols ./protocols
COPY --from=build /repere/scenarios ./scenarios
COPY --from=build /repere/tools ./tools
COPY --from=build /repere/package.json ./
# A volume takes this owner over.
RUN mkdir /signer && chown node /signer
USER node
EXPOSE 4300
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/main.js"]
